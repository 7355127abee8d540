"""plot_model without the shapes.

caught by: test_picture_shows_the_given_model
says: Is show_shapes switched on
"""

def draw_model(model, path):
    keras.utils.plot_model(model, to_file=path)
