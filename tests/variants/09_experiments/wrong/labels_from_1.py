"""Counts the digits from 1.

caught by: test_predict_labels_picks_the_strongest
says: is nothing added to the place
"""

def predict_labels(model, images):
    return model.predict(images, verbose=0).argmax(axis=1) + 1
