"""A file that merely begins like a PNG.

caught by: test_picture_shows_the_given_model
says: can't be opened as a picture
"""

def draw_model(model, path):
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + bytes(100))
