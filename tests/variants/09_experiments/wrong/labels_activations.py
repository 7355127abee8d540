"""Returns the activations, not the labels.

caught by: test_predict_labels_picks_the_strongest
says: still the activations
"""

def predict_labels(model, images):
    return model.predict(images, verbose=0)
