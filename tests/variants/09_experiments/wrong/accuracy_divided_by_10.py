"""Divided by the number of classes, not of images.

caught by: test_accuracy_on_any_number_of_images
says: by some fixed number
"""

def accuracy_on(model, images, labels):
    return np.sum(predict_labels(model, images) == labels) / 10
