"""A list of layers, activations as functions."""

def build_net(n_features: int, hidden: list) -> keras.Model:
    layers = [keras.layers.InputLayer(shape=(n_features,), name="features")]
    layers += [keras.layers.Dense(int(u), activation=keras.activations.tanh) for u in hidden]
    layers += [keras.layers.Dense(units=1, activation=tf.nn.sigmoid, name="answer")]
    return keras.Sequential(layers)
