"""The seed is set when the random weights are there already.

caught by: test_seed_is_set_before_the_network_is_built
says: set before that
"""

def run_experiment(hidden_units, epochs, seed, train, validation):
    model = build_model(hidden_units)
    keras.utils.set_random_seed(seed)
    history = model.fit(*train, epochs=epochs, validation_data=validation, verbose=0).history
    row = {"hidden_units": hidden_units, "epochs": epochs, "seed": seed}
    return row | {name: values[-1] for name, values in history.items()}
