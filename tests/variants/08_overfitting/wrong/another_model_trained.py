"""A new model is trained instead of the one that was handed in.

caught by: test_learns_from_the_training_data
says: not the one that was handed in
"""

def train(model, train, validation, epochs=20):
    mine = compile_model(build_model())
    history = mine.fit(*train, epochs=epochs, validation_data=validation, verbose=0)
    return history
