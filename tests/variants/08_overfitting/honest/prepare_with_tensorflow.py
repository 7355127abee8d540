"""tf.cast, so that tensors come back."""

def prepare(images):
    return tf.cast(images, tf.float32) / 255.0
