"""The neuron has a sum of its own: a loop over the wrong axis of a batch.

caught by: test_neuron_of_a_batch
says: the columns were summed
"""

def neuron(x, w, b, activation):
    total = b
    for i in range(len(w)):
        total = total + x[i] * w[i]
    return ACTIVATIONS[activation](total)
