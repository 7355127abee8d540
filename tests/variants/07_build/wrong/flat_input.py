"""The model takes rows of 784 numbers instead of images.

caught by: test_takes_images_as_they_are
says: flatten the images first
"""

def build_model(hidden_units=64):
    return keras.Sequential(
        [
            keras.Input(shape=(784,)),
            keras.layers.Dense(hidden_units, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
