"""A learner's training history as numbers that can be drawn and compared."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

MAX_EPOCHS = 1000
LIMIT = 1e9
"""Values beyond it (or NaN) leave a gap: a loss that ran away would flatten all the rest."""


def values(history: Mapping[str, Sequence[float]], name: str) -> list[float]:
    """One curve, by epoch; NaN where there is no usable number."""
    return [
        float(v) if math.isfinite(v) and abs(v) < LIMIT else math.nan
        for v in history.get(name, [])[:MAX_EPOCHS]
    ]
