"""The history is not given back.

caught by: test_loss_falls
says: Return the history
"""

def train(model, x, y, epochs):
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.03),
        loss="binary_crossentropy",
        metrics=["accuracy"],
    )
    model.fit(x, y, epochs=epochs, batch_size=10, verbose=0)
