"""Only one seed.

caught by: test_three_different_seeds
says: holds 1 different number
"""

SEEDS = (1,)
