"""Zero at the right class, one at all others.

caught by: test_one_hot_of_0_1_and_9
says: zeros where the ones should be
"""

import numpy as np



def one_hot(labels, classes=10):
    return (labels[:, None] != np.arange(classes)).astype(float)
