"""An empty white picture.

caught by: test_picture_shows_the_given_model
says: all its pixels have one colour
"""

def draw_model(model, path):
    plt.imsave(path, np.ones((100, 100, 3)))
