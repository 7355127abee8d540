"""Another optimizer than Adam.

caught by: test_optimizer_is_adam
says: it is sgd
"""

def compile_model(model):
    model.compile(
        loss="sparse_categorical_crossentropy",
        optimizer="sgd",
        metrics=["sparse_categorical_crossentropy", "accuracy"],
    )
    return model
