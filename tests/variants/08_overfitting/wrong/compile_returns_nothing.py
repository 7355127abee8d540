"""What compile gives back is returned: None.

caught by: test_model_is_compiled_with_the_loss
says: `compile` itself returns nothing
"""

def compile_model(model):
    return model.compile(
        loss="sparse_categorical_crossentropy",
        optimizer="adam",
        metrics=["sparse_categorical_crossentropy", "accuracy"],
    )
