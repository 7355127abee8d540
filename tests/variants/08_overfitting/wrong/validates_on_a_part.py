"""Only the first 1,000 validation images are used, to save time.

caught by: test_history_agrees_with_the_model
says: Use all of the validation images
"""

def train(model, train, validation, epochs=20):
    part = validation[0][:1000], validation[1][:1000]
    return model.fit(*train, epochs=epochs, validation_data=part, verbose=0)
