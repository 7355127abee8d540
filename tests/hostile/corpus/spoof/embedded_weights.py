"""The model brings weights of its own, in shapes that its layers don't have.

chapter: 07_build
caught by: test_two_dense_layers, test_outputs_are_shares
slow: yes
"""


def build_model(hidden_units=64):
    model = keras.Sequential(
        [
            keras.Input(shape=(28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(hidden_units, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    true = model.get_weights()
    model.get_weights = lambda: [np.ones((1, 1), "float32"), *true[1:]]
    return model
