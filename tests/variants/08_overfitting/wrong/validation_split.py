"""A part of the training data is set aside instead of the given validation data.

caught by: test_validates_on_the_validation_data
says: on the training data
"""

def train(model, train, validation, epochs=20):
    return model.fit(*train, epochs=epochs, validation_split=0.1, verbose=0)
