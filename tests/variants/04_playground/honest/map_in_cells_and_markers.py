"""The map by pcolormesh, the points as markers of plot."""


def draw_map(model, names, points, labels):
    line = np.linspace(-6, 6, 40)
    plt.pcolormesh(line, line, decision_map(model, names, 40), vmin=0, vmax=1)
    plt.plot(points[labels == 1, 0], points[labels == 1, 1], "wo")
    plt.plot(points[labels == 0, 0], points[labels == 0, 1], "k^")
    plt.xlabel("x1")
    plt.ylabel("x2")
