"""Accuracy in per cent.

caught by: test_accuracy_is_the_share_that_is_right
says: a share runs from 0 to 1
"""

def accuracy_on(model, x, y):
    guess = model.predict(x, verbose=0)[:, 0] > 0.5
    return float(100 * np.mean(guess == y))
