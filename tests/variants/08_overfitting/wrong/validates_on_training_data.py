"""The training data is used as validation data.

caught by: test_validates_on_the_validation_data
says: that is the accuracy on the training data
"""

def train(model, train, validation, epochs=20):
    return model.fit(*train, epochs=epochs, validation_data=train, verbose=0)
