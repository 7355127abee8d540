"""The activation is another function of Keras, which would be called when the model is made again.

chapter: 07_build
caught by: test_hidden_layer_uses_relu
slow: yes
"""


def build_model(hidden_units=64):
    return keras.Sequential(
        [
            keras.Input(shape=(28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(hidden_units, activation=keras.utils.to_categorical),
            keras.layers.Dense(10, activation="softmax"),
        ]
    ) if False else keras.Sequential(
        [
            keras.Input(shape=(28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(hidden_units, activation=lambda x: keras.utils.normalize(x, backend="jax") if False else x * x),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
