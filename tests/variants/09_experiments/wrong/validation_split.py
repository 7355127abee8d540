"""Splits validation data off the training data.

caught by: test_validation_data_are_measured_not_learnt
says: the training data, or on a part of them
"""

def run_experiment(hidden_units, epochs, seed, train, validation):
    keras.utils.set_random_seed(seed)
    model = build_model(hidden_units)
    history = model.fit(*train, epochs=epochs, validation_split=0.2, verbose=0).history
    row = {"hidden_units": hidden_units, "epochs": epochs, "seed": seed}
    for name in ("loss", "accuracy", "val_loss", "val_accuracy"):
        row[name] = history[name][-1]
    return row
