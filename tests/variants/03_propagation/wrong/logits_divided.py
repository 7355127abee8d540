"""The logits themselves divided by their sum.

caught by: test_softmax_by_hand
says: The exponential is missing
"""

def softmax(z):
    return z / np.sum(z, axis=-1, keepdims=True)
