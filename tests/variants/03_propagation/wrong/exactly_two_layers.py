"""Written for a hidden layer and an output layer.

caught by: test_forward_of_any_depth
says: Do all the layers of the list take part
"""

def forward(x, layers):
    hidden = dense(x, *layers[0])
    return dense(hidden, *layers[1 % len(layers)])
