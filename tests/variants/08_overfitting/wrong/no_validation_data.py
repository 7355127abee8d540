"""No validation data is given to fit.

caught by: test_training_returns_the_history
says: not given any validation data
"""

def train(model, train, validation, epochs=20):
    return model.fit(*train, epochs=epochs, verbose=0)
