"""The largest activation itself, not its place.

caught by: test_predict_labels_picks_the_strongest
says: The label is the place
"""

def predict_labels(model, images):
    return model.predict(images, verbose=0).max(axis=1)
