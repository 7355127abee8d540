"""Never more than two hidden layers.

caught by: test_hidden_layers_follow_the_list
says: One hidden layer for each number in the list
"""

def build_net(n_features, hidden):
    model = keras.Sequential([keras.Input(shape=(n_features,))])
    for units in hidden[:2]:
        model.add(keras.layers.Dense(units, activation="tanh"))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    return model
