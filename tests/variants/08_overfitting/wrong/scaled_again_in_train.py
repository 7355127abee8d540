"""The images, scaled already, are scaled again before training.

caught by: test_validates_on_the_validation_data, test_validation_accuracy_is_reached
says: as they are
"""

def train(model, train, validation, epochs=20):
    images, labels = train[0] / 255, train[1]
    measured = validation[0] / 255, validation[1]
    return model.fit(images, labels, epochs=epochs, validation_data=measured, verbose=0)
