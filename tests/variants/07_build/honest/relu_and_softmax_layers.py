"""The layers ReLU and Softmax."""

from tensorflow.keras.layers import Dense, Flatten, ReLU, Softmax


def build_model(hidden_units=64):
    return keras.Sequential(
        [keras.Input((28, 28, 1)), Flatten(), Dense(hidden_units), ReLU(), Dense(10), Softmax()]
    )
