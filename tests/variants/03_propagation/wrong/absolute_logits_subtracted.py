"""The largest absolute value is subtracted: negative logits then underflow to 0 / 0.

caught by: test_softmax_survives_large_logits
says: all powers of e vanish
"""

def softmax(z):
    powers = np.exp(z - np.max(np.abs(z), axis=-1, keepdims=True))
    return powers / np.sum(powers, axis=-1, keepdims=True)
