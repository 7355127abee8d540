"""epochs + 1, to count from 1.

caught by: test_epochs_are_obeyed
says: the History has 2
"""

def train(model, train, validation, epochs=20):
    return model.fit(*train, epochs=epochs + 1, validation_data=validation, verbose=0)
