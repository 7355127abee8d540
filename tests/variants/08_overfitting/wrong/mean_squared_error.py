"""Mean squared error as the loss.

caught by: test_model_is_compiled_with_the_loss
says: it is mean_squared_error
"""

def compile_model(model):
    model.compile(
        loss="mse",
        optimizer=keras.optimizers.Adam(learning_rate=0.001),
        metrics=["sparse_categorical_crossentropy", "accuracy"],
    )
    return model
