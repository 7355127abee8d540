"""Training and validation data are put together, to have more to learn from.

caught by: test_learns_from_the_training_data
says: also learned from the validation data
"""

def train(model, train, validation, epochs=20):
    images = np.concatenate([train[0], validation[0]])
    labels = np.concatenate([train[1], validation[1]])
    return model.fit(images, labels, epochs=epochs, validation_data=validation, verbose=0)
