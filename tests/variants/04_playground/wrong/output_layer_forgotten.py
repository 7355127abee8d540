"""No output layer.

caught by: test_small_net_by_hand
says: Does the output layer come after the hidden ones?
"""

def build_net(n_features, hidden):
    model = keras.Sequential([keras.Input(shape=(n_features,))])
    for units in hidden or [1]:
        model.add(keras.layers.Dense(units, activation="tanh"))
    return model
