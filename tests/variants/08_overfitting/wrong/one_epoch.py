"""epochs is forgotten: one epoch only.

caught by: test_epochs_are_obeyed, test_validation_accuracy_is_reached
says: the History has 1
"""

def train(model, train, validation, epochs=20):
    return model.fit(*train, validation_data=validation, verbose=0)
