"""W.T @ x: right for one input, columns instead of rows for a batch.

caught by: test_dense_of_a_batch
says: the columns of x were taken for inputs
"""

def dense(x, W, b, activation):
    return ACTIVATIONS[activation](W.T @ x + b)
