"""The images are shuffled without their labels.

caught by: test_learns_from_the_training_data
says: fresh ones right
"""

def train(model, train, validation, epochs=20):
    order = np.random.permutation(len(train[0]))
    return model.fit(train[0][order], train[1], epochs=epochs, validation_data=validation, verbose=0)
