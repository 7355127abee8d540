"""argmax down the columns.

caught by: test_predict_labels_picks_the_strongest
says: looked down the columns
"""

def predict_labels(model, images):
    return model.predict(images, verbose=0).argmax(axis=0)[: len(images)]
