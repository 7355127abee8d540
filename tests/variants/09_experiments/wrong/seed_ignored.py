"""The seed is not used.

caught by: test_seed_decides_the_run
says: the seed isn't used
"""

def run_experiment(hidden_units, epochs, seed, train, validation):
    model = build_model(hidden_units)
    history = model.fit(*train, epochs=epochs, validation_data=validation, verbose=0).history
    row = {"hidden_units": hidden_units, "epochs": epochs, "seed": seed}
    for name in ("loss", "accuracy", "val_loss", "val_accuracy"):
        row[name] = history[name][-1]
    return row
