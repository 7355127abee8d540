"""from_logits=True although the model ends with softmax.

caught by: test_model_is_compiled_with_the_loss
says: from_logits=True
"""

def compile_model(model):
    model.compile(
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        optimizer=keras.optimizers.Adam(learning_rate=0.001),
        metrics=["sparse_categorical_crossentropy", "accuracy"],
    )
    return model
