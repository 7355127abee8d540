"""How well the networks of chapter 4 do on fresh points, over many seeds.

    python tools/calibration/playground.py      writes docs/calibration/playground.jsonl

Trains what the chapter's `build_net` and `train` train (tanh hidden layers, one sigmoid output,
Glorot's weights, Adam 0.03, binary cross-entropy, batches of 10, 250 of 500 points), in plain NumPy
because 3,400 small Keras runs would take hours. The thresholds of `graders/test_04_playground.py`
stand between right and wrong.
"""

import json
from itertools import pairwise

import numpy as np

from autograder.course import places
from autograder.playground.data import DATA, FEATURES, features

RESULTS = places.root() / "docs" / "calibration" / "playground.jsonl"
SEEDS = 200
ALL = list(FEATURES)
CASES = (
    ("clouds", ["x1", "x2"], [], 15, "right"),
    ("clouds", ["x1", "x2"], [], 0, "has not learned"),
    ("circle", ["x1^2", "x2^2"], [], 20, "right"),
    ("circle", ["x1", "x2"], [], 20, "raw coordinates"),
    ("circle", ["x1^2", "x2"], [], 20, "one square only"),
    ("xor", ["x1*x2"], [], 20, "right"),
    ("xor", ["x1", "x2"], [], 20, "raw coordinates"),
    ("xor", ["sin(x1)"], [], 20, "another feature"),
    ("circle", ["x1", "x2"], [4, 2], 40, "shown, not judged"),
    ("spiral", ["x1", "x2", "sin(x1)", "sin(x2)"], [8, 8], 60, "right"),
    ("spiral", ["x1", "x2", "sin(x1)", "sin(x2)"], [8], 60, "right"),
    ("spiral", ["x1", "x2", "sin(x1)", "sin(x2)"], [6, 4], 60, "right"),
    ("spiral", ALL, [8, 8], 60, "right"),
    ("spiral", ALL, [8], 60, "right"),
    ("spiral", ["x1", "x2"], [8, 8], 60, "weak"),
    ("spiral", ["x1", "x2", "sin(x1)", "sin(x2)"], [2], 60, "weak"),
    ("spiral", ALL, [], 60, "no hidden layer"),
)


def clouds(n, seed):
    """The two Gaussians as the checks move them."""
    points, labels = DATA["gauss"](n, seed=seed)
    return points + 2.0, labels


def sigmoid(z):
    return 0.5 * (np.tanh(0.5 * z) + 1)


def trained(x, y, hidden, epochs, rng, rate=0.03, batch=10):
    """Weights and biases after Adam as Keras does it; x: (n, d), y: 0 or 1, shape (n,)."""
    sizes = [x.shape[1], *hidden, 1]
    values = []
    for n_in, n_out in pairwise(sizes):
        limit = np.sqrt(6 / (n_in + n_out))
        values += [rng.uniform(-limit, limit, (n_in, n_out)), np.zeros(n_out)]
    first, second = [np.zeros_like(v) for v in values], [np.zeros_like(v) for v in values]
    step = 0
    for _ in range(epochs):
        order = rng.permutation(len(x))
        for start in range(0, len(x), batch):
            rows = order[start : start + batch]
            step += 1
            for i, slope in enumerate(slopes(values, x[rows], y[rows])):
                first[i] += 0.1 * (slope - first[i])
                second[i] += 0.001 * (slope**2 - second[i])
                speed = rate * np.sqrt(1 - 0.999**step) / (1 - 0.9**step)
                values[i] -= speed * first[i] / (np.sqrt(second[i]) + 1e-7)
    return values


def outputs(values, x):
    """The outputs of each layer, the input first."""
    found = [x]
    for i in range(0, len(values), 2):
        z = found[-1] @ values[i] + values[i + 1]
        found.append(sigmoid(z) if i == len(values) - 2 else np.tanh(z))
    return found


def slopes(values, x, y):
    """The gradient of the mean cross-entropy, in the order of `values`."""
    layers = outputs(values, x)
    back = (layers[-1] - y[:, None]) / len(x)
    found = []
    for i in range(len(values) - 2, -1, -2):
        before = layers[i // 2]
        found = [before.T @ back, back.sum(axis=0), *found]
        back = (back @ values[i].T) * (1 - before**2)
    return found


def main() -> None:
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    with RESULTS.open("w") as file:
        for name, names, hidden, epochs, what in CASES:
            found = [accuracy(name, names, hidden, epochs, seed) for seed in range(SEEDS)]
            size = "-".join(map(str, [len(names), *hidden, 1]))
            case = f"{what}: {name} by {', '.join(names)}; {size}, {epochs} epochs"
            print(json.dumps({"case": case, "accuracy": found}), file=file, flush=True)
            low, middle, high = np.quantile(found, [0, 0.5, 1])
            print(f"{case}: {low:.3f} to {high:.3f}, median {middle:.3f}", flush=True)


def accuracy(name, names, hidden, epochs, seed):
    """Trains on 250 points; the share of 1,000 fresh ones that it gets right."""
    make = clouds if name == "clouds" else DATA[name]
    points, labels = make(500, seed=seed)
    x = features(points[:250], names)
    rng = np.random.default_rng(10_000 + seed)
    values = trained(x, labels[:250], hidden, epochs, rng)
    fresh, truth = make(1000, seed=50_000 + seed)
    guess = outputs(values, features(fresh, names))[-1][:, 0] > 0.5
    return float((guess == truth).mean())


if __name__ == "__main__":
    main()
