"""Layer objects as the activation argument."""

def build_model(hidden_units=64):
    return keras.Sequential(
        [
            keras.Input(shape=(28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(hidden_units, activation=keras.layers.ReLU()),
            keras.layers.Dense(10, activation=keras.layers.Softmax()),
        ]
    )
