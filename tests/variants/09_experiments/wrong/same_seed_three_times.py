"""The same seed three times.

caught by: test_three_different_seeds
says: holds 1 different number
"""

SEEDS = [7, 7, 7]
