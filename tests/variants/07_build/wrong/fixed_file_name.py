"""The picture always goes to model.png.

caught by: test_picture_is_a_png_file
says: Use the argument `path`
"""

def draw_model(model, path):
    keras.utils.plot_model(model, to_file="model.png", show_shapes=True)
