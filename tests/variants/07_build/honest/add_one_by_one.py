"""Layers added one by one, with an InputLayer."""

def build_model(hidden_units=64):
    model = keras.models.Sequential()
    model.add(keras.layers.InputLayer(shape=(28, 28, 1)))
    model.add(keras.layers.Flatten())
    model.add(keras.layers.Dense(hidden_units, activation="relu"))
    model.add(keras.layers.Dense(10, activation="softmax"))
    return model
