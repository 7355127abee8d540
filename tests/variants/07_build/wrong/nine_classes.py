"""Nine outputs: 1 to 9, the digit 0 is forgotten.

caught by: test_ten_outputs_for_an_image
says: 0 counts too
"""

def build_model(hidden_units=64):
    return keras.Sequential(
        [
            keras.Input(shape=(28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(hidden_units, activation="relu"),
            keras.layers.Dense(9, activation="softmax"),
        ]
    )
