"""The words check: stigma, advice, disrespect, danger and identifying details in what members write. No Django."""

from __future__ import annotations

from allies.language.checker import Checker, shipped_checker
from allies.language.finding import Finding

__all__ = ["Checker", "Finding", "check"]


def check(text: str, *, lang: str = "en", writer: str | None = None) -> list[Finding]:
    """What the writer of `text` may want to look at again, in the order of the places.

    `text`    any text; a comment has about 300 code points. Takes time linear in its length.
    `lang`    the language it is written in: only "en" so far; raises ValueError for another one.
    `writer`  the pseudonym under which it will stand, which is no identifying detail.
    Places are code points of `text`. Never raises for a text.
    Rules and their sources: the files in `rules/`.
    """
    if lang != "en":
        raise ValueError(f"the words check has no rules for “{lang}”")
    return shipped_checker().check(text, writer=writer)
