"""What is to happen around the import of a large library, whoever imports it and whenever.

`hasten` makes the import of TensorFlow and Keras shorter: it leaves a million objects that stay,
and Python's collector of garbage goes through them again and again while they come, which takes a
quarter of the time.
"""

from __future__ import annotations

import gc
import importlib.util
import sys
from collections.abc import Callable
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import ClassVar


class Around:
    """Waits in `sys.meta_path`: finds what the others find, and lets `loading` load it."""

    names: ClassVar[tuple[str, ...]]

    @classmethod
    def wait(cls) -> None:
        """Puts one of this kind there, if there is none."""
        if not any(isinstance(finder, cls) for finder in sys.meta_path):
            sys.meta_path.insert(0, cls())

    @classmethod
    def leave(cls) -> None:
        """Takes those of this kind away."""
        sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, cls)]

    def loading(self, load: Callable[[ModuleType], None], module: ModuleType) -> None:
        """Has to call `load(module)`."""
        raise NotImplementedError

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        """The ordinary spec of a module in `names`; None for others, which are left alone."""
        if name not in self.names or self not in sys.meta_path:
            return None
        place = sys.meta_path.index(self)
        sys.meta_path.remove(self)
        try:
            spec = importlib.util.find_spec(name)
        finally:
            # TensorFlow merely looks for Keras before it imports it: go on waiting until it loads.
            sys.meta_path.insert(place, self)
        if spec is None or spec.loader is None:
            return spec
        load = spec.loader.exec_module
        spec.loader.exec_module = lambda module: self.loading(load, module)  # type: ignore[method-assign]
        return spec


class _WithoutCollector(Around):
    names = ("tensorflow", "keras")

    def loading(self, load: Callable[[ModuleType], None], module: ModuleType) -> None:
        if not gc.isenabled():  # one of them imports the other, or the user wants it so
            load(module)
            return
        gc.disable()
        try:
            load(module)
        finally:
            gc.enable()
            gc.freeze()  # nor does it look at them later


def hasten() -> None:
    """Makes the import of TensorFlow and Keras shorter, when it comes. Imports nothing itself."""
    _WithoutCollector.wait()
