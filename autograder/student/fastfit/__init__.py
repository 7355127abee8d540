"""`model.fit` with Keras' own results, sooner: an epoch as one compiled program.

    from autograder.student import fastfit; fastfit.enable()

`enable` keeps the name and the meaning of `fit` and `evaluate`; a call that the fast way cannot
do exactly runs as Keras wrote it. `KATA_FAST_FIT=0` in the environment turns `enable` into a no-op.
"""

import importlib.util
import os
import sys
from importlib.machinery import ModuleSpec

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
    sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, _Hook)]
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
    elif not any(isinstance(finder, _Hook) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Hook())


def why_not() -> str | None:
    """Why the last `fit` or `evaluate` ran as Keras wrote it; None if it went the fast way."""
    patch = sys.modules.get(f"{__name__}.patch")
    return patch.last_reason() if patch is not None else "the fast way was never switched on"


class _Hook:
    """Waits in `sys.meta_path` for the import of Keras, and is gone after it."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        """The ordinary spec of Keras, whose loading ends with `enable`; None for other modules."""
        if name != "keras" or self not in sys.meta_path:
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

        def load_and_enable(module) -> None:
            load(module)
            if self in sys.meta_path:
                sys.meta_path.remove(self)
                enable()

        spec.loader.exec_module = load_and_enable  # type: ignore[method-assign]
        return spec
