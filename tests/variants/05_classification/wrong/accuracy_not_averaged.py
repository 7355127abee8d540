"""Which places agree, not how many.

caught by: test_accuracy_of_four_answers
says: count them and divide
"""

import numpy as np



def accuracy(truth, predicted):
    return truth == predicted
