"""Which checks an assignment has, and how official grading starts a student's process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from autograder.course import places
from autograder.course.catalogue import Assignment
from autograder.grading.session import Process
from autograder.text import Text

ONE_CORE = (
    *("TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS"),
    *("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"),
)
"""A worker uses one core, so that as many run side by side as there are cores."""


def checks(assignment: Assignment) -> list[Path]:
    """The files with checks, public ones first; hidden ones are there in the whole kit only."""
    hidden = places.hidden_checks(assignment)
    return [places.public_checks(assignment), *([hidden] if hidden else [])]


def starter(
    assignment: Assignment, *, sandbox: bool, own_user: bool = False
) -> Callable[[], Process]:
    """What starts a student's process for this assignment.

    own_user: the process is only a user of its own, in a container that allows no bubblewrap.
    """
    from autograder.boundary.sandbox import Isolation, Limits, Sandbox
    from autograder.course import mnist

    isolation: Isolation = "none" if not sandbox else "user" if own_user else "bubblewrap"
    readonly: dict[str, Path] = {}
    environment = dict.fromkeys(ONE_CORE, "1")
    if assignment.tensorflow:
        prepared = mnist.prepare()
        # Only MNIST: beside it may lie other data sets of the instructor's.
        readonly["/data/tfds/mnist"] = prepared / "mnist"
        environment["TFDS_DATA_DIR"] = "/data/tfds" if isolation == "bubblewrap" else str(prepared)

    def start() -> Process:
        return Sandbox(
            readonly=readonly if isolation == "bubblewrap" else {},
            environment=environment,
            limits=Limits(seconds_cpu=int(assignment.seconds * 12)),
            isolation=isolation,
        )

    return start


def sandbox_problem(*, own_user: bool = False) -> Text | None:
    """Why official grading can't confine a submission on this machine; None where it can."""
    from autograder.boundary.sandbox import problem

    return problem("user" if own_user else "bubblewrap")
