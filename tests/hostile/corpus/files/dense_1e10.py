"""The model claims ten thousand million neurons, and weights that nobody could hold.

chapter: 07_build
caught by: test_ten_outputs_for_an_image
slow: yes
"""


def build_model(hidden_units=64):
    model = keras.Sequential([keras.Input(shape=(28, 28, 1)), keras.layers.Flatten(), keras.layers.Dense(10)])
    model.layers[-1].units = 10_000_000_000
    model.get_weights = lambda: [np.zeros((1 << 22, 3), "float32")] * 200
    return model
