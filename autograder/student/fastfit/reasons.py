"""The one exception inside the fast fit: this call is Keras' to do."""


class NotFast(Exception):
    """The fast way would not, or might not, do exactly what Keras does; the text says why."""


def require(condition: object, reason: str) -> None:
    """Raise `NotFast(reason)` unless the condition holds."""
    if not condition:
        raise NotFast(reason)
