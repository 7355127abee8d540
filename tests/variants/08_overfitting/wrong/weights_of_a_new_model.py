"""The weights of a new model, not of the given one.

caught by: test_output_weights_of_the_given_model
says: Take them from the argument
"""

def output_weights(model):
    return build_model().get_weights()[2]
