"""Trained on all the points.

caught by: test_learns_from_the_first_half_only
says: has learned from the second half as well
"""

def experiment(points, labels, names, hidden, epochs):
    half = len(points) // 2
    x = features(points, names)
    model = build_net(x.shape[1], hidden)
    train(model, x, labels, epochs)
    seen = accuracy_on(model, x[:half], labels[:half])
    fresh = accuracy_on(model, x[half:], labels[half:])
    return model, seen, fresh
