"""The picture starts at the top, so the rows are turned round for it."""

def draw_map(model, names, points, labels):
    square = (-6, 6, -6, 6)
    image = decision_map(model, names, 60)[::-1]
    plt.figure(figsize=(4, 4))
    plt.imshow(image, extent=square, cmap="viridis")
    plt.scatter(points[:, 0], points[:, 1], c=labels, cmap="RdYlBu", edgecolors="white")
    plt.xlabel("x1")
    plt.ylabel("x2")
