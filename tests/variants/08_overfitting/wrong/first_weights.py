"""weights[0]: the weights of the hidden layer.

caught by: test_output_weights_have_the_right_shape
says: between the pixels and the hidden layer
"""

def output_weights(model):
    return model.get_weights()[0]
