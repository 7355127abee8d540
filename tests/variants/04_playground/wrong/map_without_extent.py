"""The map is drawn in rows and columns, the points from -6 to 6.

caught by: test_points_lie_on_their_places_of_the_map
says: The map of draw_map reaches from -0.5 to 59.5
"""

def draw_map(model, names, points, labels):
    square = (-6, 6, -6, 6)
    image = decision_map(model, names, 60)
    plt.figure(figsize=(4, 4))
    plt.imshow(image, origin="lower", cmap="RdYlBu", vmin=0, vmax=1)
    plt.scatter(points[:, 0], points[:, 1], c=labels, cmap="RdYlBu", edgecolors="white")
    plt.xlabel("x1")
    plt.ylabel("x2")
