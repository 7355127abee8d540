"""Trained on the validation data too.

caught by: test_validation_data_are_measured_not_learnt
says: (also) trained on the validation data
"""

def run_experiment(hidden_units, epochs, seed, train, validation):
    keras.utils.set_random_seed(seed)
    model = build_model(hidden_units)
    images = np.concatenate([train[0], validation[0]])
    labels = np.concatenate([train[1], validation[1]])
    history = model.fit(images, labels, epochs=epochs, validation_data=validation, verbose=0)
    row = {"hidden_units": hidden_units, "epochs": epochs, "seed": seed}
    return row | {name: values[-1] for name, values in history.history.items()}
