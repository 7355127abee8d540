"""The pixels also go to the output layer directly.

caught by: test_two_dense_layers, test_outputs_are_shares
says: there are branches
"""

def build_model(hidden_units=64):
    inputs = keras.Input(shape=(28, 28, 1))
    flat = keras.layers.Flatten()(inputs)
    hidden = keras.layers.Dense(hidden_units, activation="relu")(flat)
    both = keras.layers.Concatenate()([flat, hidden])
    return keras.Model(inputs, keras.layers.Dense(10, activation="softmax")(both))
