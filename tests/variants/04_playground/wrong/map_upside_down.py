"""The picture starts at the top.

caught by: test_map_is_the_right_way_up
says: the map is upside down below the points
"""

def draw_map(model, names, points, labels):
    square = (-6, 6, -6, 6)
    image = decision_map(model, names, 60)
    plt.figure(figsize=(4, 4))
    plt.imshow(image, extent=square, cmap="RdYlBu", vmin=0, vmax=1)
    plt.scatter(points[:, 0], points[:, 1], c=labels, cmap="RdYlBu", edgecolors="white")
    plt.xlabel("x1")
    plt.ylabel("x2")
