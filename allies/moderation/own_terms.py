"""Where a word or phrase of the site's own stands in a text. The trial at the desk and the check both ask here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_BETWEEN = r"[\s\-]{1,3}"


@lru_cache(maxsize=1000)
def pattern(phrase: str) -> re.Pattern[str] | None:
    """The phrase as whole words, in any case, also with an s at its end; None for one without a letter or digit.

    Spaces and hyphens count as one, and so do both apostrophes.
    """
    words = [re.escape(word.replace("’", "'")).replace("'", "['’]") for word in re.split(r"[\s\-]+", phrase) if word]
    if not re.search(r"\w", phrase):
        return None
    return re.compile(rf"(?<!\w){_BETWEEN.join(words)}s?(?!\w)", re.IGNORECASE)


def places(phrase: str, text: str) -> Iterator[tuple[int, int]]:
    if wanted := pattern(phrase):
        yield from (found.span() for found in wanted.finditer(text))
