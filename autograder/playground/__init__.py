"""A playground to look at: a small network of NumPy that one watches while it learns.

    from autograder.playground import Playground
    Playground(lang="en")

`python -m autograder.playground` measures how many frames a second it draws.
"""

from typing import Any

__all__ = ["Playground"]


def __getattr__(name: str) -> Any:
    """Imports ipywidgets only for whoever wants the widget: the data alone need NumPy alone."""
    if name == "Playground":
        from autograder.playground.widget import Playground

        return Playground
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
