"""Each logit squeezed by itself.

caught by: test_softmax_by_hand
says: that is the sigmoid of each logit by itself
"""

def softmax(z):
    return sigmoid(z)
