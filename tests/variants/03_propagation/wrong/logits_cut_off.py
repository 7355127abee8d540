"""The logits are limited to ±500, which makes 1000 and 1001 equal.

caught by: test_softmax_survives_large_logits
says: Were they cut off at some limit
"""

def softmax(z):
    powers = np.exp(np.clip(z, -500, 500))
    return powers / np.sum(powers, axis=-1, keepdims=True)
