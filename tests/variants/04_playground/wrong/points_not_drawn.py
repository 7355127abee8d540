"""The map without the points.

caught by: test_map_is_drawn
says: drew the map without the points
"""

def draw_map(model, names, points, labels):
    square = (-6, 6, -6, 6)
    image = decision_map(model, names, 60)
    plt.figure(figsize=(4, 4))
    plt.imshow(image, origin="lower", extent=square, cmap="RdYlBu", vmin=0, vmax=1)
    plt.xlabel("x1")
    plt.ylabel("x2")
