"""The Dense layers stand in a model of their own."""

def head(hidden_units):
    return keras.Sequential(
        [
            keras.Input((784,)),
            keras.layers.Dense(hidden_units, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )


def build_model(hidden_units=64):
    return keras.Sequential(
        [keras.Input((28, 28, 1)), keras.layers.Flatten(), head(hidden_units)]
    )
