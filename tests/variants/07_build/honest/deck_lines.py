"""The lines of the lecture: input_shape inside Flatten, tf.nn activations."""

def build_model(hidden_units=64):
    return tf.keras.models.Sequential(
        [
            tf.keras.layers.Flatten(input_shape=(28, 28, 1)),
            tf.keras.layers.Dense(units=hidden_units, activation=tf.nn.relu),
            tf.keras.layers.Dense(units=10, activation=tf.nn.softmax),
        ]
    )
