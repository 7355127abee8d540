"""Type hints, own names, a helper that gives all activations."""

Layer = tuple[np.ndarray, np.ndarray, str]


def all_activations(x: np.ndarray, layers: list[Layer]) -> list[np.ndarray]:
    values: list[np.ndarray] = []
    for weights, biases, name in layers:
        x = dense(x, weights, biases, name)
        values.append(x)
    return values


def forward(x: np.ndarray, layers: list[Layer]) -> np.ndarray:
    return all_activations(x, layers)[-1]


def active_neurons(
    x: np.ndarray, layers: list[Layer], threshold: float = 0.0
) -> list[list[int]]:
    return [
        [int(j) for j, value in enumerate(values) if value > threshold]
        for values in all_activations(x, layers)
    ]
