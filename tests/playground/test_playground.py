"""The playground without a browser: data, network, picture, widget, still picture."""

import ast
import asyncio
import io
import re

import numpy as np
import pytest
from PIL import Image

from autograder.course import catalogue, places
from autograder.course.source import render
from autograder.playground import Playground
from autograder.playground.data import DATA, FEATURES, features
from autograder.playground.game import Game, Settings
from autograder.playground.network import Network
from autograder.playground.painter import HEIGHT, WIDTH, Painter, tile
from autograder.playground.words import SYMBOLS


def test_circle_has_a_disc_and_a_ring():
    points, labels = DATA["circle"](500)
    distance = np.hypot(*points.T)
    assert np.bincount(labels).tolist() == [250, 250]
    assert distance[labels == 1].max() <= 2.5
    assert 3.5 <= distance[labels == 0].min() <= distance.max() <= 5


def test_xor_keeps_its_gap_and_its_signs():
    points, labels = DATA["xor"](500)
    assert 0.3 <= np.abs(points).min() <= np.abs(points).max() <= 5.3
    assert ((points.prod(axis=1) > 0) == labels).all()


def test_gauss_has_two_clouds_that_noise_widens():
    points, labels = DATA["gauss"](4000)
    for label, centre in ((1, 2), (0, -2)):
        assert np.allclose(points[labels == label].mean(axis=0), centre, atol=0.1)
        assert np.allclose(points[labels == label].var(axis=0), 0.5, atol=0.05)
    points, labels = DATA["gauss"](4000, noise=0.5)
    assert np.allclose(points[labels == 1].var(axis=0), 4, atol=0.4)


def test_spiral_arms_are_half_a_turn_apart():
    points, labels = DATA["spiral"](500)
    one, other = (points[labels == label] for label in (1, 0))
    one, other = (arm[np.argsort(np.hypot(*arm.T))] for arm in (one, other))
    assert np.allclose(one, -other)
    assert np.allclose(np.hypot(*one.T), np.arange(250) / 50)


@pytest.mark.parametrize("name", DATA)
def test_noise_makes_data_harder_and_seeds_make_other_data(name):
    clean, noisy = DATA[name](500), DATA[name](500, noise=0.3)
    assert not all(np.array_equal(a, b) for a, b in zip(clean, noisy, strict=True))
    assert not np.array_equal(clean[0], DATA[name](500, seed=1)[0])
    assert np.array_equal(clean[0], DATA[name](500)[0])


def test_chapter_gives_the_learner_the_same_data_and_features():
    assignment = catalogue.find("04")
    source = places.source(places.root(), assignment)
    code = render(source, assignment, lang="en", form="module", solution=True)
    tree = ast.parse(code)
    tree.body = [
        part
        for part in tree.body
        if isinstance(part, ast.FunctionDef) and re.match("mixed|make_|features", part.name)
    ]
    names = {"np": np}
    exec(compile(tree, "playground.py", "exec"), names)
    for name, make in DATA.items():
        for ours, theirs in zip(make(90, 0.2, 3), names[f"make_{name}"](90, 0.2, 3), strict=True):
            assert ours.dtype == theirs.dtype
            assert np.array_equal(ours, theirs)
    points, _ = DATA["xor"](20)
    assert np.array_equal(
        features(points, list(FEATURES)), names["features"](points, list(FEATURES))
    )


@pytest.mark.parametrize("activation", ["tanh", "relu", "sigmoid", "linear"])
def test_network_moves_down_the_slope_of_its_loss(activation):
    rng = np.random.default_rng(1)
    x, targets = rng.normal(size=(10, 3)), rng.choice([-1.0, 1.0], 10)
    network = Network([3, 4, 2, 1], activation, seed=2)
    place = network.weights[0]
    small = 1e-6
    slopes = np.empty_like(place)
    for at in np.ndindex(place.shape):
        place[at] += small
        high = network.loss(x, targets)
        place[at] -= 2 * small
        slopes[at] = (high - network.loss(x, targets)) / (2 * small)
        place[at] += small
    before = place.copy()
    network.learn(x, targets, rate=0.1, order=np.arange(10))
    assert np.allclose(before - place, 0.1 * slopes, atol=1e-7)


def test_game_solves_the_circle_with_playgrounds_own_settings():
    game = Game()
    game.step(200)
    assert game.epoch == 200
    assert game.test_loss[-1] < 0.1 < 0.4 < game.test_loss[0]


def test_deep_network_without_activation_does_not_solve_the_circle():
    game = Game(Settings(activation="linear"))
    game.step(100)
    assert game.training_loss[-1] > 0.4


def test_map_has_row_0_at_the_top():
    game = Game(Settings(data="gauss", names=("x2",), hidden=()))
    game.step(30)
    output = game.maps()[-1][0]
    assert output[0].min() > 0.9
    assert output[-1].max() < -0.9


def test_tile_is_blue_for_high_orange_for_low_and_survives_nan():
    def colour(value):
        return tile(np.full((2, 2), value), 4).getpixel((1, 1))

    assert colour(9.0) == (8, 119, 189)
    assert colour(-9.0) == (245, 147, 34)
    assert colour(np.nan) == colour(0.0)


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_picture_changes_while_it_learns(lang):
    game = Game()
    painter = Painter(game, lang)
    before = np.asarray(painter.picture())
    game.step()
    after = np.asarray(Image.open(io.BytesIO(painter.png())))
    assert before.shape == after.shape == (HEIGHT, WIDTH, 3)
    assert (before != after).any()


def test_numbers_that_run_away_are_still_drawn():
    game = Game(Settings(activation="relu", names=tuple(FEATURES), hidden=(8, 8), rate=1.0))
    game.step(5)
    Painter(game).picture()


@pytest.mark.parametrize("hidden", [(), (1,), (8, 8, 8, 8)])
def test_every_number_of_layers_fits_in_the_picture(hidden):
    game = Game(Settings(hidden=hidden, names=tuple(SYMBOLS)))
    painter = Painter(game)
    for column in painter._places:
        for x, y in column:
            assert 18 <= x <= WIDTH - 18
            assert 40 <= y <= HEIGHT - 20
    painter.picture()


def test_thick_line_is_a_large_weight():
    def dark(weight):
        game = Game(Settings(names=("x1",), hidden=()))
        game.network.weights[0][:] = weight
        picture = np.asarray(Painter(game).picture()).astype(int)
        return (picture[30:400, 300] < 200).any(axis=-1).sum()

    assert dark(5.0) > dark(2.0) > 0


def test_widget_offers_a_still_picture_beside_it():
    bundle = Playground(lang="ja")._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in bundle
    assert "静止画" in bundle["text/plain"]
    assert Image.open(io.BytesIO(bundle["image/png"])).size == (WIDTH, HEIGHT)


def test_unknown_language_is_refused():
    with pytest.raises(ValueError, match="lang should be one of en, ja, not 'fr'"):
        Playground(lang="fr")


def test_controls_start_a_new_network():
    playground = Playground()
    playground.step()
    assert playground.game.epoch == 1
    playground._data.value = "spiral"
    assert playground.game.epoch == 0
    assert playground.game.settings.data == "spiral"
    playground._features["sin(x1)"].value = True
    playground._layers.value = 3
    playground._neurons[2].value = 5
    assert playground.game.settings.names == ("x1", "x2", "sin(x1)")
    assert playground.game.settings.hidden == (4, 2, 5)


def test_learning_rate_changes_without_a_new_start():
    playground = Playground()
    playground.step()
    playground._rate.value = 0.3
    assert playground.game.settings.rate == 0.3
    assert playground.game.epoch == 1


def test_last_feature_cannot_be_switched_off():
    playground = Playground()
    playground._features["x1"].value = False
    playground._features["x2"].value = False
    assert playground.game.settings.names == ("x2",)


def test_play_goes_on_until_pause():
    async def watch():
        playground = Playground()
        playground.play()
        assert playground.playing
        while playground.game.epoch < 3:
            await asyncio.sleep(0.01)
        playground.pause()
        reached = playground.game.epoch
        await asyncio.sleep(0.2)
        assert not playground.playing
        assert playground.game.epoch == reached
        assert playground._play.description == "Play"

    asyncio.run(watch())
