"""The summary is written into the file.

caught by: test_picture_is_a_png_file
says: no PNG picture
"""

def draw_model(model, path):
    with open(path, "w") as file:
        model.summary(print_fn=lambda line: file.write(line + "\n"))
