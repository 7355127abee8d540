"""A list as default argument is made once: the entries of earlier calls remain in it.

caught by: test_activity_changes_with_the_input
says: Start with a new list in each call
"""

def active_neurons(x, layers, threshold=0.0, found=[]):
    for W, b, activation in layers:
        x = dense(x, W, b, activation)
        found.append(np.flatnonzero(x > threshold))
    return found
