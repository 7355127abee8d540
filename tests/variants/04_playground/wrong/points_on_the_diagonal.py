"""The first column of the points is taken for both axes.

caught by: test_points_lie_on_their_places_of_the_map
says: The first column of points is x1
"""

def draw_map(model, names, points, labels):
    square = (-6, 6, -6, 6)
    image = decision_map(model, names, 60)
    plt.figure(figsize=(4, 4))
    plt.imshow(image, origin="lower", extent=square, cmap="RdYlBu", vmin=0, vmax=1)
    plt.scatter(points[:, 0], points[:, 0], c=labels, cmap="RdYlBu", edgecolors="white")
    plt.xlabel("x1")
    plt.ylabel("x2")
