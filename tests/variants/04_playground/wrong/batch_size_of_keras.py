"""No batch size given: 32 points in a step, Keras' own.

caught by: test_ten_points_a_step
says: fit has one of its own
"""


def train(model, x, y, epochs):
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.03),
        loss="binary_crossentropy",
        metrics=["accuracy"],
    )
    return model.fit(x, y, epochs=epochs, verbose=0)
