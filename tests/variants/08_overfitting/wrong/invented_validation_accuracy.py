"""The reported validation accuracy is made up.

caught by: test_validates_on_the_validation_data
says: measured again
"""

def train(model, train, validation, epochs=20):
    history = model.fit(*train, epochs=epochs, validation_data=validation, verbose=0)
    history.history["val_accuracy"] = [0.5] * epochs
    return history
