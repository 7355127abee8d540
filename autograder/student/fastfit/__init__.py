"""`model.fit` with Keras' own results, sooner: an epoch as one compiled program.

    from autograder.student import fastfit; fastfit.enable()

`enable` keeps the name and the meaning of `fit` and `evaluate`; a call that the fast way cannot
do exactly runs as Keras wrote it. `KATA_FAST_FIT=0` in the environment turns `enable` into a no-op.
"""

import os
import sys
from collections.abc import Callable
from types import ModuleType

from autograder.student.imports import Around

__all__ = ["disable", "enable", "enable_when_imported", "why_not"]

SWITCH = "KATA_FAST_FIT"


def allowed() -> bool:
    """Whether the environment lets the fast way be switched on (`KATA_FAST_FIT` is not 0)."""
    return os.environ.get(SWITCH, "1").strip().lower() not in {"0", "off", "no", "false"}


def enable() -> bool:
    """Patch `keras.Model.fit` and `evaluate`; imports Keras. A second call changes nothing.

    Returns:
        Whether the fast way is on: False with `KATA_FAST_FIT=0`, with another backend than
        TensorFlow, and with a Keras whose inside is not the one this was written for.
    """
    if not allowed():
        return False
    from . import patch

    return patch.install()


def disable() -> None:
    """Give Keras its own `fit` and `evaluate` back, now or when it is imported later."""
    _Hook.leave()
    patch = sys.modules.get(f"{__name__}.patch")
    if patch is not None:
        patch.uninstall()


def enable_when_imported() -> None:
    """Do what `enable` does as soon as Keras is imported; import nothing for it now.

    Code that never touches Keras pays nothing. If Keras is there already, it is patched at once.
    """
    if not allowed():
        return
    if "keras" in sys.modules:
        enable()
    else:
        _Hook.wait()


def why_not() -> str | None:
    """Why the last `fit` or `evaluate` ran as Keras wrote it; None if it went the fast way."""
    patch = sys.modules.get(f"{__name__}.patch")
    return patch.last_reason() if patch is not None else "the fast way was never switched on"


class _Hook(Around):
    """Waits for the import of Keras, and is gone after it."""

    names = ("keras",)

    def loading(self, load: Callable[[ModuleType], None], module: ModuleType) -> None:
        """Load Keras, then do what `enable` does."""
        load(module)
        if self in sys.meta_path:
            sys.meta_path.remove(self)
            enable()
