"""The model holds layers that run code or read files when they are loaded: Lambda, StringLookup.

chapter: 07_build
caught by: test_two_dense_layers, test_outputs_are_shares
slow: yes
"""


def build_model(hidden_units=64):
    return keras.Sequential(
        [
            keras.Input(shape=(28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(hidden_units, activation="relu"),
            keras.layers.Dense(10),
            keras.layers.Lambda(lambda x: keras.ops.softmax(x)),
        ]
    )
