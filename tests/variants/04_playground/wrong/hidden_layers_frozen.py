"""All layers but the last are frozen.

caught by: test_weights_move
says: Some weights of the model did not move
"""

def train(model, x, y, epochs):
    for layer in model.layers[:-1]:
        layer.trainable = False
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.03),
        loss="binary_crossentropy",
        metrics=["accuracy"],
    )
    return model.fit(x, y, epochs=epochs, batch_size=10, verbose=0)
