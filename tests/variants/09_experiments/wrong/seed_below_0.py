"""A seed that no random generator takes.

caught by: test_three_different_seeds
says: is a whole number from 0 on
"""

SEEDS = (1, 2, -3)
