"""Softmax on the single output neuron.

caught by: test_small_net_by_hand
says: A share of one is always 1
"""

def build_net(n_features, hidden):
    model = keras.Sequential([keras.Input(shape=(n_features,))])
    for units in hidden:
        model.add(keras.layers.Dense(units, activation="tanh"))
    model.add(keras.layers.Dense(1, activation="softmax"))
    return model
