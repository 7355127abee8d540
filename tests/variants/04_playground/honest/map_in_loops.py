"""The map in two loops, drawn with contourf and plot, figure returned."""

def decision_map(model, names, size):
    line = np.linspace(-6, 6, size)
    places = np.array([[x1, x2] for x2 in line for x1 in line])
    outputs = np.asarray(model(features(places, names)))
    return [[outputs[size * i + j, 0] for j in range(size)] for i in range(size)]


def draw_map(model, names, points, labels):
    line = np.linspace(-6, 6, 40)
    figure, ax = plt.subplots()
    shown = ax.contourf(line, line, decision_map(model, names, 40), levels=20, cmap="coolwarm")
    figure.colorbar(shown)
    for label, marker in ((0, "o"), (1, "s")):
        ax.plot(*points[labels == label].T, marker, color="black")
    ax.set(xlabel="$x_1$", ylabel="$x_2$", title="map")
    return figure
