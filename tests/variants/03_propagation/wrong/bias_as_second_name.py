"""`total = b` copies nothing, so the loop adds the products onto the bias itself.

caught by: test_dense_leaves_its_arguments_alone
says: overwrote numbers in `b`
"""

def dense(x, W, b, activation):
    if x.ndim == 1:
        total = b
        for i in range(len(x)):
            total += x[i] * W[i]
    else:
        total = x @ W + b
    return ACTIVATIONS[activation](total)
