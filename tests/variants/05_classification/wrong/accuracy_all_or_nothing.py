"""Whether all answers agree at once.

caught by: test_accuracy_of_four_answers
says: as if all had to agree at once
"""

import numpy as np



def accuracy(truth, predicted):
    return np.array_equal(truth, predicted)
