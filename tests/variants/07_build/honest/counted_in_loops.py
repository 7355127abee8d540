"""Parameters counted one by one, slowly."""

def dense_parameters(n_in, n_out):
    count = 0
    for _neuron in range(n_out):
        count += n_in  # its weights
        count += 1  # its bias
    return count
