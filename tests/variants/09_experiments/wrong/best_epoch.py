"""The best epoch instead of the last.

caught by: test_row_is_that_of_the_last_epoch
says: That is the best of all epochs
"""

def run_experiment(hidden_units, epochs, seed, train, validation):
    keras.utils.set_random_seed(seed)
    model = build_model(hidden_units)
    history = model.fit(*train, epochs=epochs, validation_data=validation, verbose=0).history
    row = {"hidden_units": hidden_units, "epochs": epochs, "seed": seed}
    for name in ("loss", "accuracy", "val_loss", "val_accuracy"):
        row[name] = min(history[name]) if "loss" in name else history[name][-1]
    return row
