"""A layer neuron by neuron, in plain Python, lists as answers."""

def neuron(x, w, b):
    total = b
    for i in range(len(w)):
        total = total + x[i] * w[i]
    return total


def dense(x, W, b, activation):
    if x.ndim == 2:
        return [dense(row, W, b, activation) for row in x]
    z = np.array([neuron(x, W[:, j], b[j]) for j in range(W.shape[1])])
    return list(ACTIVATIONS[activation](z))


def forward(x, layers):
    for W, b, activation in layers:
        x = np.array(dense(x, W, b, activation))
    return x.tolist()


def active_neurons(x, layers, threshold=0.0):
    found = []
    for W, b, activation in layers:
        x = np.array(dense(x, W, b, activation))
        found.append([j for j in range(len(x)) if x[j] > threshold])
    return found
