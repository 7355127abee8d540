"""Training and validation data are swapped.

caught by: test_learns_from_the_training_data, test_validates_on_the_validation_data
says: it learned those of the validation data
"""

def train(model, train, validation, epochs=20):
    return model.fit(*validation, epochs=epochs, validation_data=train, verbose=0)
