"""The model comes back without having been compiled.

caught by: test_model_is_compiled_with_the_loss
says: has not been compiled
"""

def compile_model(model):
    return model
