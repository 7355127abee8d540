"""Ten separate sigmoids as the output.

caught by: test_outputs_are_shares
says: ten separate yes-or-no answers
"""

def build_model(hidden_units=64):
    return keras.Sequential(
        [
            keras.Input(shape=(28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(hidden_units, activation="relu"),
            keras.layers.Dense(10, activation="sigmoid"),
        ]
    )
