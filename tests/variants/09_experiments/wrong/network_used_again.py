"""A network that was trained already is trained further.

caught by: test_row_is_that_of_the_last_epoch, test_seed_decides_the_run
says: trained already used again
"""

NETWORKS = {}


def run_experiment(hidden_units, epochs, seed, train, validation):
    keras.utils.set_random_seed(seed)
    if hidden_units not in NETWORKS:
        NETWORKS[hidden_units] = build_model(hidden_units)
    history = NETWORKS[hidden_units].fit(*train, epochs=epochs, validation_data=validation, verbose=0)
    row = {"hidden_units": hidden_units, "epochs": epochs, "seed": seed}
    return row | {name: values[-1] for name, values in history.history.items()}
