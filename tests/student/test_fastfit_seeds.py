"""With shuffling, over 30 seeds: the fast fit draws from the distribution that Keras draws from.

The test is a permutation test of the difference of the mean final validation accuracies between 30
seeds one way and 30 other seeds the other way, at the level of 1 %. With 30 against 30 it finds a
shift of one standard deviation with a probability of 0.9 (normal approximation:
Phi(sqrt(30 / 2) - 2.576) = 0.90), of 0.75 standard deviations with 0.63.
The paired test below is far sharper: from one seed both ways give the same accuracy.
"""

import sys
from pathlib import Path

import keras
import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).parent))
from fastfit_pairs import small_model, train

SEEDS = 30
LEVEL = 0.01


def hard_images(rows: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Images whose classes overlap, so that the accuracy depends on the seed."""
    rng = np.random.default_rng(seed)
    labels = rng.integers(0, 4, rows)
    pictures = rng.random((rows, 6, 6, 1), dtype=np.float32)
    pictures[np.arange(rows), labels, labels] += 0.3
    return pictures, labels


X, Y = hard_images(320, 0)
VALIDATION = hard_images(400, 1)


def accuracy(seed: int, *, fast: bool) -> float:
    """Final validation accuracy of six epochs from a seed; 320 images, 20 steps an epoch."""

    def fit(model: keras.Model):
        return model.fit(X, Y, batch_size=16, epochs=6, verbose=0, validation_data=VALIDATION)

    trained = train(small_model, fit, fast=fast, seed=seed)
    assert trained.reason is None or not fast
    return trained.history.history["val_accuracy"][-1]


def chance_of_difference(a: np.ndarray, b: np.ndarray, times: int = 20000) -> float:
    """Share of random divisions of all values whose means differ at least as much as a's and b's"""
    rng = np.random.default_rng(0)
    values = np.concatenate([a, b])
    shuffled = rng.permuted(np.tile(values, (times, 1)), axis=1)
    differences = shuffled[:, : len(a)].mean(axis=1) - shuffled[:, len(a) :].mean(axis=1)
    return float(np.mean(np.abs(differences) >= abs(a.mean() - b.mean()) - 1e-12))


@pytest.fixture(scope="module")
def accuracies() -> dict[str, np.ndarray]:
    """Keras on seeds 0-29; the fast way on the same ones and on 30 others."""
    return {
        "keras": np.array([accuracy(seed, fast=False) for seed in range(SEEDS)]),
        "same": np.array([accuracy(seed, fast=True) for seed in range(SEEDS)]),
        "others": np.array([accuracy(seed, fast=True) for seed in range(100, 100 + SEEDS)]),
    }


@pytest.mark.slow
def test_one_seed_gives_one_accuracy_both_ways(accuracies):
    assert accuracies["keras"].std() > 0.005, "the seeds must matter for this to say anything"
    # A picture whose two best classes are equal within rounding may fall on either side.
    np.testing.assert_allclose(accuracies["same"], accuracies["keras"], atol=1.5 / 400)
    assert np.mean(accuracies["same"] == accuracies["keras"]) >= 0.9


@pytest.mark.slow
def test_other_seeds_come_from_the_same_distribution(accuracies):
    assert chance_of_difference(accuracies["others"], accuracies["keras"]) > LEVEL


@pytest.mark.slow
def test_the_permutation_test_finds_a_shift_of_a_standard_deviation_nine_times_in_ten():
    rng = np.random.default_rng(1)
    found = [
        chance_of_difference(rng.normal(0, 1, SEEDS), rng.normal(1, 1, SEEDS), 2000) <= LEVEL
        for _ in range(200)
    ]
    assert 0.82 < np.mean(found) < 0.97
