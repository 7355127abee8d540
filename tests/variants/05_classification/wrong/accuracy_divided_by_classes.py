"""Divided by the number of classes.

caught by: test_accuracy_of_four_answers
says: divided by the number of classes
"""

import numpy as np



def accuracy(truth, predicted):
    return np.sum(truth == predicted) / 10
