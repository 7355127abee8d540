"""The output neurons look at the pixels directly.

caught by: test_two_dense_layers, test_hidden_layer_uses_relu
says: The hidden layer of 64 neurons is missing
"""

def build_model(hidden_units=64):
    return keras.Sequential(
        [
            keras.Input(shape=(28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
