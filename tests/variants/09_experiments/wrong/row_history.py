"""Returns the history, not a row.

caught by: test_row_has_every_column
says: should return one row
"""

def run_experiment(hidden_units, epochs, seed, train, validation):
    keras.utils.set_random_seed(seed)
    return build_model(hidden_units).fit(*train, epochs=epochs, validation_data=validation, verbose=0)
