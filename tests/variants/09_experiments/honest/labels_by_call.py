"""Calls the model instead of predict, and gives back a tensor."""

import tensorflow as tf


def predict_labels(model, images):
    return tf.argmax(model(images), axis=1)
