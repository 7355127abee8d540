"""The input is normalised in its own array and put back wrongly only in its memory.

caught by: test_dense_leaves_its_arguments_alone
says: overwrote numbers in `x`
"""

def dense(x, W, b, activation):
    result = ACTIVATIONS[activation](x @ W + b)
    x -= x.mean()
    return result
