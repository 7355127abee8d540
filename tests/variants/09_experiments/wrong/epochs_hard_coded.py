"""Always the same number of epochs, whatever was asked for.

caught by: test_run_obeys_epochs_and_units
says: 1 epoch and 8 epochs give the same loss
"""

def run_experiment(hidden_units, epochs, seed, train, validation):
    keras.utils.set_random_seed(seed)
    model = build_model(hidden_units)
    history = model.fit(*train, epochs=8, validation_data=validation, verbose=0).history
    row = {"hidden_units": hidden_units, "epochs": epochs, "seed": seed}
    for name in ("loss", "accuracy", "val_loss", "val_accuracy"):
        row[name] = history[name][-1]
    return row
