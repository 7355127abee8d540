"""Epochs first, units second.

caught by: test_experiments_change_one_factor
says: in this order
"""

EXPERIMENT_1 = (50, 64)
