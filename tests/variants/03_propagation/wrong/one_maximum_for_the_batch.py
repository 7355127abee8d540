"""The largest logit of the whole batch is subtracted from every row.

caught by: test_softmax_rows_do_not_disturb_each_other
says: taken from the whole batch
"""

def softmax(z):
    powers = np.exp(z - np.max(z))
    return powers / np.sum(powers, axis=-1, keepdims=True)
