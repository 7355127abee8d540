"""The same seed three times.

caught by: test_three_different_seeds
says: `SEEDS` is [7, 7, 7]
"""

SEEDS = [7, 7, 7]
