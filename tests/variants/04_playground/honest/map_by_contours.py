"""The map by contourf, each class by a scatter of its own."""


def draw_map(model, names, points, labels):
    line = np.linspace(-6, 6, 50)
    figure, axes = plt.subplots()
    axes.contourf(line, line, decision_map(model, names, 50), levels=20, cmap="RdBu")
    for label, color in ((0, "red"), (1, "blue")):
        chosen = points[labels == label]
        axes.scatter(chosen[:, 0], chosen[:, 1], color=color, edgecolors="black")
    axes.set_xlabel("$x_1$")
    axes.set_ylabel("$x_2$")
