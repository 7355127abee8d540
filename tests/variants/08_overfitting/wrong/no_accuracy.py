"""The accuracy is not among the metrics.

caught by: test_two_metrics_are_reported
says: should include accuracy
"""

def compile_model(model):
    model.compile(
        loss="sparse_categorical_crossentropy",
        optimizer=keras.optimizers.Adam(learning_rate=0.001),
        metrics=["sparse_categorical_crossentropy"],
    )
    return model
