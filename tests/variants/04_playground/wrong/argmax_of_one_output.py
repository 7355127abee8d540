"""argmax of a single output is always 0.

caught by: test_accuracy_is_the_share_that_is_right
says: as if the model always said 0
"""

def accuracy_on(model, x, y):
    return float(np.mean(model.predict(x, verbose=0).argmax(axis=1) == y))
