"""The sum without an axis.

caught by: test_softmax_of_a_batch
says: the whole batch together adds up to 1
"""

def softmax(z):
    powers = np.exp(z - np.max(z))
    return powers / np.sum(powers)
