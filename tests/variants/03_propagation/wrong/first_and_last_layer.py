"""The layers between the first and the last are skipped.

caught by: test_forward_of_any_depth
says: stopped with an error
"""

def forward(x, layers):
    hidden = dense(x, *layers[0])
    return dense(hidden, *layers[-1])
