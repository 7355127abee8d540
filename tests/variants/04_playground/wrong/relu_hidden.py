"""ReLU in the hidden layers, out of habit.

caught by: test_hidden_neurons_use_tanh
says: should use tanh, but there is relu
"""

def build_net(n_features, hidden):
    model = keras.Sequential([keras.Input(shape=(n_features,))])
    for units in hidden:
        model.add(keras.layers.Dense(units, activation="relu"))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    return model
