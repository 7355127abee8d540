"""What np.where gives, a tuple, is put into the list as it is.

caught by: test_active_neurons_by_hand
says: np.where gives a tuple
"""

def active_neurons(x, layers, threshold=0.0):
    found = []
    for W, b, activation in layers:
        x = dense(x, W, b, activation)
        found.append(np.where(x > threshold))
    return found
