"""Only one seed.

caught by: test_three_different_seeds
says: `SEEDS` is [1]
"""

SEEDS = (1,)
