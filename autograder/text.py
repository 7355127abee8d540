"""Text in the two languages of the kit."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Literal, get_args

Lang = Literal["en", "ja"]
LANGUAGES: tuple[Lang, ...] = get_args(Lang)


@dataclass(frozen=True, kw_only=True)
class Text:
    """One text in English and Japanese. Both are required, so neither can be forgotten.

    `text["ja"]` picks a language.
    """

    en: str
    ja: str

    def __getitem__(self, lang: str) -> str:
        if lang not in LANGUAGES:
            raise KeyError(f"no language {lang!r}: the kit has {', '.join(LANGUAGES)}")
        return self.en if lang == "en" else self.ja

    def __add__(self, other: Text) -> Text:
        return Text(en=self.en + other.en, ja=self.ja + other.ja)

    def as_dict(self) -> dict[str, str]:
        return {"en": self.en, "ja": self.ja}

    @classmethod
    def from_dict(cls, value: dict[str, str]) -> Text:
        return cls(en=value["en"], ja=value["ja"])


def default_language() -> Lang:
    """The language of `KATA_LANG`, else of the locale; English where neither says."""
    for name in ("KATA_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "ja" if value.lower().startswith("ja") else "en"
    return "en"
