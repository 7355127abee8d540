"""Accuracy in per cent.

caught by: test_accuracy_of_four_answers
says: in per cent
"""

import numpy as np



def accuracy(truth, predicted):
    return 100 * np.mean(truth == predicted)
