"""The optimizer as a text, the accuracy as acc."""

def compile_model(model):
    model.compile(
        "adam",
        "sparse_categorical_crossentropy",
        metrics=["acc", "sparse_categorical_crossentropy"],
    )
    return model
