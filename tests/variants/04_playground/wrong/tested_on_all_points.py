"""Tested on all the points.

caught by: test_tested_on_the_second_half
says: is that of all the points together
"""

def experiment(points, labels, names, hidden, epochs):
    half = len(points) // 2
    x = features(points, names)
    model = build_net(x.shape[1], hidden)
    train(model, x[:half], labels[:half], epochs)
    seen = accuracy_on(model, x[:half], labels[:half])
    fresh = accuracy_on(model, x, labels)
    return model, seen, fresh
