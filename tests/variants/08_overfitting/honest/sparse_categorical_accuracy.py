"""The accuracy under its full name, and one metric more."""

def compile_model(model):
    model.compile(
        optimizer="adam",
        loss="sparse_categorical_crossentropy",
        metrics=[
            "sparse_categorical_accuracy",
            "sparse_categorical_crossentropy",
            keras.metrics.SparseTopKCategoricalAccuracy(k=3),
        ],
    )
    return model
