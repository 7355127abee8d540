"""The part that is wrong.

caught by: test_accuracy_of_four_answers
says: the part of the answers that is wrong
"""

import numpy as np



def accuracy(truth, predicted):
    return np.mean(truth != predicted)
