"""One fit for each epoch, more entries than asked for, NumPy numbers."""

def run_experiment(hidden_units, epochs, seed, train, validation):
    keras.utils.set_random_seed(seed)
    model = build_model(hidden_units)
    curve = []
    for _ in range(epochs):
        last = model.fit(train[0], train[1], validation_data=validation, verbose=0).history
        curve.append(last["val_loss"][0])
    return {"parameters": model.count_params(), "hidden_units": hidden_units, "epochs": epochs, "seed": seed,
            **{name: np.float32(values[0]) for name, values in last.items()}}
