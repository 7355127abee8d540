"""The network was made smaller: 10 hidden neurons.

caught by: test_validation_accuracy_is_reached, test_output_weights_have_the_right_shape
says: does it have 64 hidden neurons
"""

def build_model(hidden_units=10):
    return keras.Sequential(
        [
            keras.Input(shape=(28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(units=hidden_units, activation="relu"),
            keras.layers.Dense(units=10, activation="softmax"),
        ]
    )
