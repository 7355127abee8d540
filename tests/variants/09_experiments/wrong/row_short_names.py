"""Other names in the row.

caught by: test_row_has_every_column
says: The row has no entry hidden_units
"""

def run_experiment(hidden_units, epochs, seed, train, validation):
    keras.utils.set_random_seed(seed)
    model = build_model(hidden_units)
    history = model.fit(*train, epochs=epochs, validation_data=validation, verbose=0).history
    row = {"units": hidden_units, "epochs": epochs, "seed": seed}
    for name in ("loss", "accuracy", "val_loss", "val_accuracy"):
        row[name] = history[name][-1]
    return row
