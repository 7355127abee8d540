"""Adam with learning rate 0.01.

caught by: test_optimizer_is_adam
says: the steps are too large
"""

def compile_model(model):
    model.compile(
        loss="sparse_categorical_crossentropy",
        optimizer=keras.optimizers.Adam(learning_rate=0.01),
        metrics=["sparse_categorical_crossentropy", "accuracy"],
    )
    return model
