"""Keras' own evaluate."""

def accuracy_on(model, images, labels):
    return model.evaluate(images, labels, verbose=0)[1]
