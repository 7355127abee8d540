"""1 for the largest logit, 0 for the others.

caught by: test_softmax_by_hand
says: Softmax gives every neuron a share
"""

def softmax(z):
    return np.where(z == np.max(z, axis=-1, keepdims=True), 1.0, 0.0)
