"""No Flatten: the Dense layers work on the columns of the image.

caught by: test_ten_outputs_for_an_image
says: (None, 28, 28, 10)
"""

def build_model(hidden_units=64):
    return keras.Sequential(
        [
            keras.Input(shape=(28, 28, 1)),
            keras.layers.Dense(hidden_units, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
