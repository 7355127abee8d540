"""128 hidden neurons by default.

caught by: test_two_dense_layers
says: The default is 64 neurons
"""

def build_model(hidden_units=128):
    return keras.Sequential(
        [
            keras.Input(shape=(28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(hidden_units, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
