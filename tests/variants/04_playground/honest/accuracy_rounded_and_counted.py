"""Classes by rounding, accuracy by counting, called without predict."""

def accuracy_on(model, x, y):
    right = 0
    for output, label in zip(np.array(model(x)).ravel(), y):
        right += int(round(float(output))) == int(label)
    return right / len(y)
