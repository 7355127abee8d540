"""A new model is drawn instead of the given one.

caught by: test_picture_shows_the_given_model
says: the model in the argument `model`
"""

def draw_model(model, path):
    keras.utils.plot_model(build_model(), to_file=path, show_shapes=True)
