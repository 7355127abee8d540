"""The number of right answers.

caught by: test_accuracy_of_four_answers
says: the number of right answers
"""

import numpy as np



def accuracy(truth, predicted):
    return np.sum(truth == predicted)
