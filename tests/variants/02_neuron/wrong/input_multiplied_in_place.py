"""`x *= w` overwrites the input.

caught by: test_weighted_sum_leaves_its_input_alone
says: overwrote numbers in its own argument
"""

def weighted_sum(x, w, b):
    x *= w
    return x.sum(axis=-1) + b
