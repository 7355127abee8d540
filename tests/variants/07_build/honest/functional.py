"""The functional way, with keras.Input."""

def build_model(hidden_units=64):
    inputs = keras.Input((28, 28, 1))
    x = keras.layers.Flatten()(inputs)
    x = keras.layers.Dense(hidden_units, "relu")(x)
    return keras.Model(inputs=inputs, outputs=keras.layers.Dense(10, "softmax")(x))
