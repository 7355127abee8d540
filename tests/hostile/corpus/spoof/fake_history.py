"""train returns curves that were written down, not trained.

chapter: 08_overfitting
caught by: test_history_agrees_with_the_model, test_validation_accuracy_is_reached, test_learns_from_the_training_data, test_validates_on_the_validation_data
slow: yes
"""


def train(model, train, validation, epochs=20):
    history = keras.callbacks.History()
    history.set_model(model)
    history.epoch = list(range(epochs))
    falling = [1.0 / (n + 2) for n in range(epochs)]
    history.history = {"loss": falling, "accuracy": [0.999] * epochs, "val_loss": falling, "val_accuracy": [0.999] * epochs}
    return history
