"""NumPy arrays of letters."""

import numpy as np

q1 = np.array("C")
q2 = np.array("B")
q3 = np.array("D")
q4 = np.array("A")
q5 = np.array(['A', 'D'])
q6 = np.array(['A', 'C', 'E'])
q7 = np.array("D")
q8 = np.array(['B', 'C', 'E'])
q9 = np.array("B")
q10 = np.array("C")
