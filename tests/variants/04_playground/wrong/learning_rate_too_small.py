"""A learning rate a thousand times too small.

caught by: test_learns_to_tell_fresh_points_apart
says: Compare the optimizer, the learning rate
"""

def train(model, x, y, epochs):
    model.compile(
        optimizer=keras.optimizers.SGD(learning_rate=0.000003),
        loss="binary_crossentropy",
        metrics=["accuracy"],
    )
    return model.fit(x, y, epochs=epochs, batch_size=10, verbose=0)
