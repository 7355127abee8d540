"""The picture is made but never written.

caught by: test_picture_is_a_png_file
says: there is no such file
"""

def draw_model(model, path):
    plt.figure()
    plt.title(model.name)
