"""Always 10 epochs.

caught by: test_loss_falls
says: Hand the argument epochs on to fit
"""

def train(model, x, y, epochs):
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.03),
        loss="binary_crossentropy",
        metrics=["accuracy"],
    )
    return model.fit(x, y, epochs=10, batch_size=10, verbose=0)
