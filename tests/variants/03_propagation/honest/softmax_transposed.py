"""Softmax along the first axis of the transposed logits."""

def softmax(z):
    powers = np.exp((z.T - z.T.max(axis=0)))
    return (powers / powers.sum(axis=0)).T
