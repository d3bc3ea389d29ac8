"""What is made once and kept: the patterns with their words."""

from __future__ import annotations

from functools import cache

from allies.language.veiling.phrases import Phrases


@cache
def phrases() -> Phrases:
    return Phrases()
