"""Only the first 5,000 training images are used, to save time.

caught by: test_validation_accuracy_is_reached
says: Does it learn from all the images
"""

def train(model, train, validation, epochs=20):
    return model.fit(train[0][:5000], train[1][:5000], epochs=epochs, validation_data=validation, verbose=0)
