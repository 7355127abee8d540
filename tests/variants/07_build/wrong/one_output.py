"""One output neuron that should give the digit as a number.

caught by: test_ten_outputs_for_an_image
says: ten numbers for each image
"""

def build_model(hidden_units=64):
    return keras.Sequential(
        [
            keras.Input(shape=(28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(hidden_units, activation="relu"),
            keras.layers.Dense(1),
        ]
    )
