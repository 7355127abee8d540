"""No activation function in the hidden layer.

caught by: test_hidden_layer_uses_relu
says: can do no more than one
"""

def build_model(hidden_units=64):
    return keras.Sequential(
        [
            keras.Input(shape=(28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(hidden_units),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
