"""(n, 1) compared with (n,).

caught by: test_accuracy_is_the_share_that_is_right
says: every output was compared with every label
"""

def accuracy_on(model, x, y):
    return float(np.mean((model.predict(x, verbose=0) > 0.5) == y))
