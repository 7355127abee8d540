"""The same seed set each time.

caught by: test_seed_decides_the_run
says: exactly the same losses
"""

def run_experiment(hidden_units, epochs, seed, train, validation):
    keras.utils.set_random_seed(42)
    model = build_model(hidden_units)
    history = model.fit(*train, epochs=epochs, validation_data=validation, verbose=0).history
    row = {"hidden_units": hidden_units, "epochs": epochs, "seed": seed}
    for name in ("loss", "accuracy", "val_loss", "val_accuracy"):
        row[name] = history[name][-1]
    return row
