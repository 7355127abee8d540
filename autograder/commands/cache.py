"""`kata cache`: where answers and reports are kept, how much there is, and what to throw away."""

from __future__ import annotations

from autograder.classroom.cache import Size, store
from autograder.text import Text


def where() -> str:
    """The folder of the cache; it may not exist yet."""
    return str(store().folder)


def size() -> Text:
    """How much there is, in words."""
    amount = _amount(store().size())
    return Text(en=f"{amount.en} in {where()}", ja=f"{where()}: {amount.ja}")


def prune(days: float) -> Text:
    """Removes what was not used for `days` days; says how much that was."""
    gone = _amount(store().prune(days=days))
    return Text(
        en=f"Removed {gone.en} that no grading has used for {days:g} days.",
        ja=f"{days:g} 日間使われていない {gone.ja} を削除しました。",
    )


def _amount(size: Size) -> Text:
    megabytes = f"{size.bytes / 1e6:,.1f} MB"
    return Text(
        en=f"{size.entries:,} entries ({megabytes})", ja=f"{size.entries:,} 件 ({megabytes})"
    )
