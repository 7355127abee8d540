"""The argument epochs is not used: always 20.

caught by: test_epochs_are_obeyed
says: the History has 20
"""

def train(model, train, validation, epochs=20):
    return model.fit(*train, epochs=20, validation_data=validation, verbose=0)
