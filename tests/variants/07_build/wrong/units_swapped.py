"""10 and 64 swapped.

caught by: test_ten_outputs_for_an_image
says: swapped
"""

def build_model(hidden_units=64):
    return keras.Sequential(
        [
            keras.Input(shape=(28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(10, activation="relu"),
            keras.layers.Dense(hidden_units, activation="softmax"),
        ]
    )
