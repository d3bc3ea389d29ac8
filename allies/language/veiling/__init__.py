"""What could let somebody be recognised by those who know them, and what to say instead. No Django, no clock."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from allies.language import identity
from allies.language.identity.source import Source
from allies.language.reading import Reading
from allies.language.veiling import capitals, dates, figures, quotes
from allies.language.veiling.applying import veiled
from allies.language.veiling.detail import Detail, Mark, kinds
from allies.language.veiling.library import phrases as shipped_phrases

__all__ = ["KINDS", "Detail", "veil", "veiled"]

KINDS = tuple(kinds())
_MOST = 4000  # numbers looked at in one text: no honest text has more, and a hostile one costs no more
_CONTENT = re.compile(r"[a-z0-9]{2}")
_KIND_OF = {"phone": "identity", "email": "identity", "link": "identity", "handle": "online", "address": "place"}
_KIND_OF |= {"birth": "date", "number": "identity", "name": "name"}


def veil(text: str) -> list[Detail]:
    """The details of `text` that a person should look at before others read it, in the order of their places.

    Places are code points of `text`; no two overlap; the longest wins. Takes time linear in its length.
    Raises for no text. It finds what rules know and promises nothing more: a person reads what it leaves.
    Kinds and reasons: `kinds.toml`; patterns: `patterns.toml`; words: `lists.toml`.
    """
    if not text.strip():
        return []
    reading = Reading(text, shipped_phrases().words, frozenset())
    places = reading.places
    shown = text if places is None else "".join([text[place] for place in places[:-1]])
    found = _apart(_marks(reading, shown, text), reading.folded)
    return [_detail(each, reading) for each in found]


def _marks(reading: Reading, shown: str, text: str) -> Iterator[Mark]:
    folded = reading.folded
    source = Source(shown, folded, frozenset())
    back = None if reading.places is None else {place: at for at, place in enumerate(reading.places)}
    for each in identity.find(reading):
        start, end = (each.start, each.end) if back is None else (back[each.start], back[each.end - 1] + 1)
        kind = "work" if each.subkind == "quasi" else _KIND_OF.get(each.subkind, "identity")
        yield Mark(start, end, kind, each.alternatives)
    yield from shipped_phrases().find(reading)
    yield from quotes.find(folded)
    yield from capitals.find(source)
    tokens = _tokens(reading)
    yield from capitals.small(source, tokens)
    looked = 0
    for at, word in tokens:
        if word[0].isdigit() or word in figures.STARTS:
            looked += 1
            if looked > _MOST:
                break
            if not word[0].isdigit() or not folded[at - 1 : at].isdigit():
                yield from figures.find(folded, at)
                yield from dates.numbered(folded, at)
        elif word in dates.MONTHS:
            yield from dates.in_month(folded, at, shown)
        elif word in dates.WEEKDAYS:
            yield from dates.weekday(folded, at)


def _tokens(reading: Reading) -> list[tuple[int, str]]:
    """The words of the folded text, and where each stands."""
    at, found = 0, []
    for piece in reading.pieces:
        if piece[0].isascii() and piece[0].isalnum():
            found.append((at, piece))
        at += len(piece)
    return found


def _apart(marks: Iterable[Mark], folded: str) -> list[Mark]:
    """The longest first; of one that reaches over another's end, the rest."""
    taken = bytearray(len(folded))
    kept = []
    for each in sorted(marks, key=_order):
        start, end = each.start, each.end
        while start < end and (taken[start] or (not folded[start].isalnum() and folded[start] not in "\"'£$€[(")):
            start += 1
        stop = start
        while stop < end and not taken[stop]:
            stop += 1
        while stop > start and folded[stop - 1].isspace():
            stop -= 1
        if (start, stop) != (each.start, end):
            if (
                each.proposals == _NEARLY
                or not _CONTENT.search(folded[start:stop])
                or (any(taken[each.start : end]) and each.kind not in _REST)
            ):
                continue
            each = Mark(start, stop, each.kind)
        taken[start:stop] = b"\1" * (stop - start)
        kept.append(each)
    return sorted(kept)


def _order(mark: Mark) -> tuple[bool, int, int, int, str]:
    """The longest first. What `identity` finds that is only nearly direct comes last: others say more of its parts."""
    return mark.proposals == _NEARLY, mark.start - mark.end, mark.start, _LATER.get(mark.kind, 0), mark.kind


_LATER = {"place": 1, "object": 2}  # where two kinds are found at one place, the other says more
_NEARLY = ("[somewhere near here]",)
_REST = frozenset(("quote", "place", "work", "event"))  # of these what is left over still tells something


def _detail(mark: Mark, reading: Reading) -> Detail:
    start, end = reading.original(mark.start, mark.end)
    known = kinds()[mark.kind]
    proposals = tuple(
        dict.fromkeys(each for each in (*mark.proposals, *(() if mark.proposals else known["proposals"])))
    )
    return Detail(start, end, mark.kind, known["reason"], proposals)
