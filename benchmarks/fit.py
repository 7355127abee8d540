"""One epoch of the deck's network, by everyone: how many seconds, and how far from the arithmetic.

    python benchmarks/fit.py            the table of docs/fast-fit.md, and results/fit.json
    python benchmarks/fit.py --quick    one network, few images: does the benchmark work?

Contenders take turns within each round, and ratios are taken within a round, so that a busy machine
slows all of them alike. Wall time and processor time are both kept; the ratio to the arithmetic of
one core is one of processor times.
"""

from __future__ import annotations

import argparse
import datetime
import importlib.metadata
import importlib.util
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

# One thread for NumPy's products: the limit is that of one core. Read when NumPy is imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy as np

RESULTS = Path(__file__).parent / "results" / "fit.json"
MAIN = (64, 32)
GRID = [MAIN, *((units, batch) for batch in (32, 128) for units in (10, 64, 128, 1000)
                if (units, batch) != MAIN)]
CLASSES, PIXELS = 10, 784


def images(count: int) -> tuple[np.ndarray, np.ndarray]:
    """The first `count` training images: float32 (count, 28, 28, 1) in [0, 1], labels (count,)."""
    from autograder.course import mnist

    x, y, _, _ = mnist.arrays()
    return x[:count].astype(np.float32) / 255, y[:count].astype(np.int64)


def sgemm_rate() -> float:
    """Multiplications and additions a second of one core in a large product of matrices."""
    side, times = 1024, 4
    a = np.random.default_rng(0).random((side, side), dtype=np.float32)
    a @ a
    # One thread's processor time: the core's rate also while others use it.
    start = time.process_time()
    for _ in range(times):
        a @ a
    return 2 * side**3 * times / (time.process_time() - start)


def epoch_operations(units: int, count: int) -> int:
    """Multiplications and additions in the products of one epoch.

    Forward and the gradient of the weights in both layers, the gradient of the activations in the
    second: the first needs none.
    """
    return 2 * count * (2 * PIXELS * units + 3 * units * CLASSES)


def keras_model(units: int, **options):
    """The deck's network, compiled as in the deck."""
    import keras

    model = keras.Sequential(
        [
            keras.layers.Input((28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(units, activation="relu"),
            keras.layers.Dense(CLASSES),
        ]
    )
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile("adam", loss, metrics=["accuracy"], **options)
    return model


def by_keras(units: int, batch: int, x, y, *, fast: bool, **options) -> Callable[[], object]:
    """An epoch by `model.fit`, as Keras has it or the fast way.

    It returns the seconds between the epoch's begin and end: a training of many epochs sets up its
    data once, here it would be once an epoch.
    """
    import keras

    from autograder.student import fastfit
    from autograder.student.fastfit import patch

    patch.PAYS_FROM = 0  # an epoch here stands for one of many
    model = keras_model(units, **options)
    clock: list[tuple[float, float]] = []
    watch = keras.callbacks.LambdaCallback(
        on_epoch_begin=lambda epoch, logs: clock.append(now()),
        on_epoch_end=lambda epoch, logs: clock.append(now()),
    )

    def epoch() -> tuple[float, float]:
        (fastfit.enable if fast else fastfit.disable)()
        model.fit(x, y, batch_size=batch, verbose=0, callbacks=[watch])
        if fast:
            assert fastfit.why_not() is None, fastfit.why_not()
        begin, end = clock[-2:]
        return end[0] - begin[0], end[1] - begin[1]

    return epoch


def by_numpy(units: int, batch: int, x, y) -> Callable[[], object]:
    """An epoch written by hand: ReLU, softmax, cross-entropy, Adam; float32 throughout."""
    rng = np.random.default_rng(0)
    flat = x.reshape(len(x), -1)
    shapes = [(PIXELS, units), (units,), (units, CLASSES), (CLASSES,)]
    weights = [rng.normal(0, 0.05, shape).astype(np.float32) for shape in shapes]
    first = [np.zeros_like(weight) for weight in weights]
    second = [np.zeros_like(weight) for weight in weights]
    step = 0

    def epoch() -> None:
        nonlocal step
        order = rng.permutation(len(flat))
        for start in range(0, len(flat), batch):
            rows = order[start : start + batch]
            xb, yb = flat[rows], y[rows]
            w1, b1, w2, b2 = weights
            hidden = np.maximum(xb @ w1 + b1, 0)
            logits = hidden @ w2 + b2
            logits -= logits.max(axis=1, keepdims=True)
            error = np.exp(logits)
            error /= error.sum(axis=1, keepdims=True)
            error[np.arange(len(rows)), yb] -= 1
            error /= len(rows)
            back = (error @ w2.T) * (hidden > 0)
            gradients = [xb.T @ back, back.sum(0), hidden.T @ error, error.sum(0)]
            step += 1
            rate = np.float32(0.001 * np.sqrt(1 - 0.999**step) / (1 - 0.9**step))
            for weight, m, v, g in zip(weights, first, second, gradients, strict=True):
                m += (g - m) * np.float32(0.1)
                v += (g * g - v) * np.float32(0.001)
                weight -= rate * m / (np.sqrt(v) + np.float32(1e-7))

    return epoch


def by_torch(units: int, batch: int, count: int) -> Callable[[], object]:
    """An epoch in PyTorch, in a process of its own: it and TensorFlow crash in one."""
    command = [sys.executable, __file__, "--torch", f"{units},{batch},{count}"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def epoch() -> tuple[float, float]:
        process.stdin.write("epoch\n")
        process.stdin.flush()
        wall, processor = json.loads(process.stdout.readline())
        return wall, processor

    epoch.end = process.communicate
    return epoch


def torch_epochs(units: int, batch: int, count: int) -> None:
    """Do an epoch in PyTorch for each line of input; print its seconds, by clock and processor.

    One thread, batches indexed from one tensor, Adam in its fused form.
    """
    import torch

    torch.set_num_threads(1)
    x, y = images(count)
    xs, ys = torch.from_numpy(x.reshape(len(x), -1)), torch.from_numpy(y)
    model = torch.nn.Sequential(
        torch.nn.Linear(PIXELS, units), torch.nn.ReLU(), torch.nn.Linear(units, CLASSES)
    )
    optimizer = torch.optim.Adam(model.parameters(), fused=True)
    loss = torch.nn.CrossEntropyLoss()

    def epoch() -> None:
        for rows in torch.randperm(len(xs)).split(batch):
            optimizer.zero_grad()
            loss(model(xs[rows]), ys[rows]).backward()
            optimizer.step()

    for _ in sys.stdin:
        print(json.dumps(timed(epoch)), flush=True)


def contenders(units: int, batch: int, x, y) -> dict[str, Callable[[], object]]:
    """Everyone who is installed here, by name."""
    steps = max(1, len(x) // batch)
    entries = {
        "keras": by_keras(units, batch, x, y, fast=False),
        "keras_tuned": by_keras(
            units, batch, x, y, fast=False, steps_per_execution=min(64, steps), jit_compile=True
        ),
        "numpy": by_numpy(units, batch, x, y),
        "ours": by_keras(units, batch, x, y, fast=True),
    }
    if importlib.util.find_spec("torch"):
        entries["torch"] = by_torch(units, batch, len(x))
    return entries


def now() -> tuple[float, float]:
    """The clock and the processor time of this process, all threads, in seconds."""
    return time.perf_counter(), time.process_time()


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds by the clock and of processor time: of all of it, or what the work says itself."""
    begin = now()
    inner = work()
    end = now()
    return inner if isinstance(inner, tuple) else (end[0] - begin[0], end[1] - begin[1])


def first_call(epoch: Callable[[], object]) -> float:
    """Seconds of the first epoch with all its preparation: tracing, compiling, data."""
    begin = time.perf_counter()
    epoch()
    return time.perf_counter() - begin


def compare(units: int, batch: int, count: int, rounds: int) -> dict:
    """One row of the table: all contenders on one network, in turns."""
    x, y = images(count)
    entries = contenders(units, batch, x, y)
    first = {name: first_call(epoch) for name, epoch in entries.items()}
    wall: dict[str, list[float]] = {name: [] for name in entries}
    processor: dict[str, list[float]] = {name: [] for name in entries}
    limits = []
    for _ in range(rounds):
        limits.append(epoch_operations(units, count) / sgemm_rate())
        for name, epoch in entries.items():
            seconds, busy = timed(epoch)
            wall[name].append(seconds)
            processor[name].append(busy)
    if "torch" in entries:
        entries["torch"].end()
    return {
        "units": units,
        "batch": batch,
        "images": count,
        "rounds": rounds,
        "first_epoch": {name: round(seconds, 3) for name, seconds in first.items()},
        "epoch": {name: spread(seconds) for name, seconds in wall.items()},
        "processor": {name: spread(seconds) for name, seconds in processor.items()},
        "limit": spread(limits),
        "ours_vs_keras": ratio(wall["keras"], wall["ours"]),
        "ours_vs_keras_processor": ratio(processor["keras"], processor["ours"]),
        "ours_vs_tuned": ratio(wall["keras_tuned"], wall["ours"]),
        "ours_vs_numpy": ratio(wall["numpy"], wall["ours"]),
        "ours_vs_limit": ratio(wall["ours"], limits),
        "ours_vs_limit_processor": ratio(processor["ours"], limits),
    }


def spread(values: list[float]) -> dict[str, float]:
    """Median, least and greatest, in seconds."""
    low, middle, high = min(values), statistics.median(values), max(values)
    return {"median": round(middle, 4), "min": round(low, 4), "max": round(high, 4)}


def ratio(above: list[float], below: list[float]) -> float:
    """The median of the ratios within the rounds."""
    return round(statistics.median(a / b for a, b in zip(above, below, strict=True)), 2)


def alone(*options: str) -> dict:
    """What this program prints with some options, in a process of its own."""
    command = [sys.executable, __file__, *options]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def stay_on_one_core() -> None:
    """Keep this process on one core. Before TensorFlow makes its threads: one of each kind then."""
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[-1:])


def train_alone(way: str, epochs: int) -> dict[str, float]:
    """Train with validation: seconds, and how much memory (MB) the call needs at its peak.

    Args:
        way: "keras" or "ours".
        epochs: how many.
    """
    from autograder.student import fastfit

    x, y = images(60000)
    model = keras_model(MAIN[0])
    if way == "ours":
        fastfit.enable()
    Path("/proc/self/clear_refs").write_text("5")  # forget the peak so far
    before = memory("VmRSS")
    begin = now()
    model.fit(x, y, batch_size=MAIN[1], epochs=epochs, verbose=0,
              validation_data=(x[:10000], y[:10000]))
    end = now()
    return {
        "seconds": round(end[0] - begin[0], 2),
        "processor": round(end[1] - begin[1], 2),
        "peak_mb": round((memory("VmHWM") - before) / 1024),
    }


def memory(name: str) -> int:
    """A figure from this process's status, in KiB."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name + ":"))


def machine() -> dict:
    """What the numbers depend on."""
    packages = ("tensorflow", "keras", "numpy", "torch")
    versions = {
        name: importlib.metadata.version(name) for name in packages if importlib.util.find_spec(name)
    }
    names = [
        line.split(":")[1].strip()
        for line in Path("/proc/cpuinfo").read_text().splitlines()
        if line.startswith("model name")
    ]
    return {
        "date": datetime.date.today().isoformat(),
        "python": platform.python_version(),
        **versions,
        "processor": names[0],
        "cores": len(os.sched_getaffinity(0)),
        "load_at_start": round(os.getloadavg()[0], 2),
    }


def table(rows: list[dict]) -> str:
    """The rows as text."""
    names = list(rows[0]["epoch"])
    heading = ["units", "batch", "images", *names, "limit", "x keras", "x limit", "first"]
    lines = [heading]
    for row in rows:
        seconds = [f"{row['epoch'][name]['median']:.3f}" for name in names]
        lines.append([
            str(row["units"]), str(row["batch"]), str(row["images"]), *seconds,
            f"{row['limit']['median']:.3f}", f"{row['ours_vs_keras']:.1f}",
            f"{row['ours_vs_limit_processor']:.2f}", f"{row['first_epoch']['ours']:.2f}",
        ])
    widths = [max(len(line[i]) for line in lines) for i in range(len(heading))]
    return "\n".join("  ".join(map(str.rjust, line, widths)) for line in lines)


def main() -> None:
    """Run the comparison, print the table, write the results."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="one network, few images, no file")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--images", type=int, default=12800, help="for all rows but the main one")
    parser.add_argument("--output", type=Path, default=RESULTS)
    parser.add_argument("--one-core", action="store_true", help="print the main row, on one core")
    parser.add_argument("--alone", choices=["keras", "ours"], help=argparse.SUPPRESS)
    parser.add_argument("--torch", help=argparse.SUPPRESS)
    parser.add_argument("--epochs", type=int, default=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one_core:
        stay_on_one_core()
    if options.torch:
        torch_epochs(*map(int, options.torch.split(",")))
        return
    if options.alone:
        print(json.dumps(train_alone(options.alone, options.epochs)))
        return
    if options.one_core:
        print(json.dumps(compare(*MAIN, 60000, options.rounds)))
        return
    about = machine()
    if options.quick:
        print(table([compare(*MAIN, 6400, 1)]))
        return
    rows = []
    for units, batch in GRID:
        count, rounds = options.images, options.rounds
        if (units, batch) == MAIN:
            count = 60000
        rows.append(compare(units, batch, count, rounds))
        print(table(rows).splitlines()[-1] if len(rows) > 1 else table(rows), flush=True)
    main_row = next(row for row in rows if (row["units"], row["batch"]) == MAIN)
    one_core = alone("--one-core", "--rounds", str(options.rounds))
    peaks = {way: alone("--alone", way)["peak_mb"] for way in ("keras", "ours")}
    results = {
        "command": "python benchmarks/fit.py",
        "machine": about,
        "ours_vs_keras": main_row["ours_vs_keras"],
        "ours_vs_limit": one_core["ours_vs_limit_processor"],
        "first_epoch": main_row["first_epoch"]["ours"],
        "twenty_epochs_on_one_core": alone("--one-core", "--alone", "ours", "--epochs", "20"),
        "peak_mb_above_data": peaks,
        "one_core": one_core,
        "rows": rows,
    }
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(json.dumps(results, indent=1) + "\n")
    print("on one core:", table([one_core]), sep="\n")
    print(f"20 epochs with validation on one core: {results['twenty_epochs_on_one_core']}")
    print(f"peak memory above the data, MB: {peaks}")


if __name__ == "__main__":
    main()
