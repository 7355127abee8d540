"""The pairs are mixed up: it learns from the validation data.

caught by: test_learns_from_the_training_data
says: it learned those of the validation data
"""

def train(model, train, validation, epochs=20):
    return model.fit(*validation, epochs=epochs, validation_data=validation, verbose=0)
