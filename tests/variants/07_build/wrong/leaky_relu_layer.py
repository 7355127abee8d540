"""A ReLU layer with a slope for negative sums.

caught by: test_hidden_layer_uses_relu
says: negative_slope
"""

def build_model(hidden_units=64):
    return keras.Sequential(
        [
            keras.Input(shape=(28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(hidden_units),
            keras.layers.ReLU(negative_slope=0.2),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
