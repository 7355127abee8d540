"""All of the model's weights are NaN.

chapter: 07_build
caught by: test_outputs_are_shares
says: NaN
slow: yes
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
    model.set_weights([np.full_like(w, np.nan) for w in model.get_weights()])
    return model
