"""tf.data input for fit, and the row written out."""

import tensorflow as tf


def run_experiment(hidden_units, epochs, seed, train, validation):
    keras.utils.set_random_seed(seed)
    data = tf.data.Dataset.from_tensor_slices(train).shuffle(60000, seed=seed).batch(32)
    unseen = tf.data.Dataset.from_tensor_slices(validation).batch(500)
    h = build_model(hidden_units).fit(data, epochs=epochs, validation_data=unseen, verbose=0).history
    return {
        "hidden_units": hidden_units,
        "epochs": epochs,
        "seed": seed,
        "accuracy": float(h["accuracy"][-1]),
        "val_accuracy": float(h["val_accuracy"][-1]),
        "loss": float(h["loss"][-1]),
        "val_loss": float(h["val_loss"][-1]),
    }
