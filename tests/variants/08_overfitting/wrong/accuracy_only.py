"""The cross-entropy is not among the metrics.

caught by: test_two_metrics_are_reported
says: should include sparse_categorical_crossentropy
"""

def compile_model(model):
    model.compile(
        loss="sparse_categorical_crossentropy",
        optimizer=keras.optimizers.Adam(learning_rate=0.001),
        metrics=["accuracy"],
    )
    return model
