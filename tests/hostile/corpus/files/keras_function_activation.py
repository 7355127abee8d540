"""The activation is a function of its own, of the kind that loading a model file would call.

chapter: 07_build
caught by: test_hidden_layer_uses_relu, test_outputs_are_shares
slow: yes
"""


def build_model(hidden_units=64):
    return keras.Sequential(
        [
            keras.Input(shape=(28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(hidden_units, activation=lambda x: keras.ops.square(x)),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
