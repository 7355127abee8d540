"""`z -= ...` overwrites the logits.

caught by: test_softmax_leaves_its_input_alone
says: writes into z itself
"""

def softmax(z):
    z -= np.max(z, axis=-1, keepdims=True)
    powers = np.exp(z)
    return powers / np.sum(powers, axis=-1, keepdims=True)
