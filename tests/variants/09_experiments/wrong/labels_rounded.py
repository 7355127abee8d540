"""Rounds the activations instead of looking for the largest.

caught by: test_predict_labels_picks_the_strongest
says: still the activations
"""

def predict_labels(model, images):
    return model.predict(images, verbose=0).round()
