"""TensorFlow instead of NumPy: tensors come back."""

import tensorflow as tf


def one_hot(labels, classes=10):
    return tf.one_hot(labels, classes)


def classify(hidden, W, b):
    return tf.nn.softmax(tf.linalg.matmul(tf.reshape(hidden, (-1, W.shape[0])), W) + b)[
        0 if hidden.ndim == 1 else slice(None)
    ]


def predict_class(activations):
    return tf.argmax(activations, axis=-1)


def accuracy(truth, predicted):
    return tf.reduce_mean(tf.cast(tf.equal(truth, predicted), tf.float64))


def confusion_matrix(truth, predicted, classes=10):
    return tf.math.confusion_matrix(truth, predicted, num_classes=classes)
