"""No metrics at all.

caught by: test_two_metrics_are_reported
says: they are missing
"""

def compile_model(model):
    model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
    return model
