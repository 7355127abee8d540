"""The dictionary of the History is returned.

caught by: test_training_returns_the_history
says: Return the whole History
"""

def train(model, train, validation, epochs=20):
    history = model.fit(*train, epochs=epochs, validation_data=validation, verbose=0)
    return history.history
