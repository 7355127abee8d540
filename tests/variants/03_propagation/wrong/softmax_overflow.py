"""The plain formula, which is inf / inf for large logits.

caught by: test_softmax_survives_large_logits
says: overflows to infinity
"""

def softmax(z):
    powers = np.exp(z)
    return powers / np.sum(powers, axis=-1, keepdims=True)
