"""Hidden layers without an activation: deep, and still linear.

caught by: test_hidden_neurons_use_tanh
says: this network draws a straight line
"""

def build_net(n_features, hidden):
    model = keras.Sequential([keras.Input(shape=(n_features,))])
    for units in hidden:
        model.add(keras.layers.Dense(units))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    return model
