"""Sigmoid in the hidden layer.

caught by: test_hidden_layer_uses_relu
says: should be ReLU, but it is sigmoid
"""

def build_model(hidden_units=64):
    return keras.Sequential(
        [
            keras.Input(shape=(28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(hidden_units, activation="sigmoid"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
