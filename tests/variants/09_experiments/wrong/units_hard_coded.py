"""Always the same number of hidden units, whatever was asked for.

caught by: test_run_obeys_epochs_and_units
says: 1 hidden unit and 32 hidden units give the same loss
"""

def run_experiment(hidden_units, epochs, seed, train, validation):
    keras.utils.set_random_seed(seed)
    model = build_model(64)
    history = model.fit(*train, epochs=epochs, validation_data=validation, verbose=0).history
    row = {"hidden_units": hidden_units, "epochs": epochs, "seed": seed}
    for name in ("loss", "accuracy", "val_loss", "val_accuracy"):
        row[name] = history[name][-1]
    return row
