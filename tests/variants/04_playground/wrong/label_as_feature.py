"""A feature computed from the label.

caught by: test_label_is_no_feature
says: If the third is computed from the label
"""

def experiment(points, labels, names, hidden, epochs):
    half = len(points) // 2
    x = np.column_stack([features(points, names), 2 * labels - 1])
    model = build_net(x.shape[1], hidden)
    train(model, x[:half], labels[:half], epochs)
    seen = accuracy_on(model, x[:half], labels[:half])
    fresh = accuracy_on(model, x[half:], labels[half:])
    return model, seen, fresh
