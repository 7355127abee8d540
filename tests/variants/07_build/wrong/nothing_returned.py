"""The model is built, but not returned.

caught by: test_ten_outputs_for_an_image
says: gave nothing back
"""

def build_model(hidden_units=64):
    model = keras.Sequential(
        [
            keras.Input(shape=(28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(hidden_units, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.summary()
