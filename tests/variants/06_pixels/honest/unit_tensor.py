"""tf.cast: a tensor comes back."""

import tensorflow as tf


def to_unit_range(images):
    return tf.cast(images, tf.float32) / 255.0
