"""The points are split first; a list comes back."""

def experiment(points, labels, names, hidden, epochs):
    (first, second), (y1, y2) = np.array_split(points, 2), np.array_split(labels, 2)
    model = build_net(len(names), hidden)
    train(model, features(first, names), y1, epochs)
    return [
        model,
        accuracy_on(model, features(first, names), y1),
        accuracy_on(model, features(second, names), y2),
    ]
