"""Text in the two languages of the kit."""

from __future__ import annotations

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
