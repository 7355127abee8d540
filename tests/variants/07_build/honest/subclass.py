"""A subclass of keras.Model, built for images."""

class Network(keras.Model):
    def __init__(self, hidden_units):
        super().__init__()
        self.flatten = keras.layers.Flatten()
        self.hidden = keras.layers.Dense(hidden_units, activation="relu")
        self.out = keras.layers.Dense(10, activation="softmax")

    def call(self, images):
        return self.out(self.hidden(self.flatten(images)))


def build_model(hidden_units=64):
    model = Network(hidden_units)
    model.build((None, 28, 28, 1))
    return model
