"""The images, scaled already, are scaled again before training.

caught by: test_learns_from_the_training_data, test_history_agrees_with_the_model, test_validation_accuracy_is_reached
says: PLACEHOLDER
"""

def train(model, train, validation, epochs=20):
    images, labels = train[0] / 255, train[1]
    measured = validation[0] / 255, validation[1]
    return model.fit(images, labels, epochs=epochs, validation_data=measured, verbose=0)
