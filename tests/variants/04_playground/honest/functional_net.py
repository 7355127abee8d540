"""A functional model with separate activation layers."""

def build_net(n_features, hidden):
    inputs = keras.Input(shape=(n_features,))
    x = inputs
    for units in hidden:
        x = keras.layers.Dense(units)(x)
        x = keras.layers.Activation(tf.nn.tanh)(x)
    x = keras.layers.Dense(1)(x)
    return keras.Model(inputs, keras.layers.Activation("sigmoid")(x))
