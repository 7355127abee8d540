"""fit is called, but nothing is returned.

caught by: test_training_returns_the_history
says: it gave nothing back
"""

def train(model, train, validation, epochs=20):
    model.fit(*train, epochs=epochs, validation_data=validation, verbose=0)
