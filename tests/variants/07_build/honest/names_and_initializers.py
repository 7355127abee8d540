"""Names, initializers and a seed are set."""

def build_model(hidden_units=64):
    keras.utils.set_random_seed(1)
    return keras.Sequential(
        [
            keras.Input(shape=(28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(hidden_units, "relu", kernel_initializer="he_normal", name="hidden"),
            keras.layers.Dense(10, "softmax", bias_initializer="zeros", name="digits"),
        ]
    )
