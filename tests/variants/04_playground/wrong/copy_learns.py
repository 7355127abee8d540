"""A copy of the model learns.

caught by: test_weights_move
says: Is it the model in the argument that learns, or a copy
"""

def train(model, x, y, epochs):
    model = keras.models.clone_model(model)
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.03),
        loss="binary_crossentropy",
        metrics=["accuracy"],
    )
    return model.fit(x, y, epochs=epochs, batch_size=10, verbose=0)
