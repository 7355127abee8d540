"""No Input: the model has no weights yet.

caught by: test_ten_outputs_for_an_image
says: doesn't know the shape of its input
"""

def build_model(hidden_units=64):
    return keras.Sequential(
        [
            keras.layers.Flatten(),
            keras.layers.Dense(hidden_units, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
