"""Builds its own network, as a functional model, and measures with evaluate."""

def run_experiment(hidden_units, epochs, seed, train, validation):
    keras.utils.set_random_seed(seed)
    inputs = keras.Input((28, 28, 1))
    x = keras.layers.Flatten()(inputs)
    x = keras.layers.Dense(hidden_units, "relu")(x)
    model = keras.Model(inputs, keras.layers.Dense(10, "softmax")(x))
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["acc"])
    history = model.fit(*train, batch_size=32, epochs=epochs, verbose=0).history
    loss, accuracy = model.evaluate(*validation, verbose=0)
    return dict(hidden_units=hidden_units, epochs=epochs, seed=seed, loss=history["loss"][-1],
                accuracy=history["acc"][-1], val_loss=loss, val_accuracy=accuracy)
