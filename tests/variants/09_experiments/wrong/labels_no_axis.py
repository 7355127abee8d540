"""argmax over the whole table.

caught by: test_predict_labels_picks_the_strongest
says: for 10 images: the largest place
"""

def predict_labels(model, images):
    return model.predict(images, verbose=0).argmax()
