"""Experiment 2 changes epochs and units together.

caught by: test_experiments_change_one_factor
says: nobody could tell which
"""

EXPERIMENT_2 = (1000, 50)
