"""Loses the array when there is only one image.

caught by: test_predict_labels_of_one_image_and_of_many
says: one image is no exception
"""

def predict_labels(model, images):
    return np.squeeze(model.predict(images, verbose=0).argmax(axis=1))
