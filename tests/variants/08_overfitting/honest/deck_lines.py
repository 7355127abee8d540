"""The lecture's lines: loss as a function, fit with the four arrays."""

def compile_model(model):
    model.compile(
        loss=tf.keras.losses.sparse_categorical_crossentropy,
        metrics=["sparse_categorical_crossentropy", "accuracy"],
        optimizer=tf.keras.optimizers.Adam(learning_rate=0.001),
    )
    return model


def train(model, train, validation, epochs=20):
    history = model.fit(
        train[0], train[1], epochs=epochs, validation_data=(validation[0], validation[1]), verbose=1
    )
    return history
