"""What could let somebody be recognised by those who know them, and what to say instead. No Django, no clock."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

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
_CONTENT = re.compile(r"[a-z0-9']+")
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
        nearly = _nearly(folded, start, end) if each.subkind == "quasi" else each.alternatives
        yield Mark(start, end, kind, nearly)
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
    """The longest first; one that reaches over another's end makes that one longer."""
    taken = bytearray(len(folded))
    kept: list[Mark] = []
    for each in sorted(marks, key=_order):
        start, end = each.start, each.end
        while start < end and (taken[start] or (not folded[start].isalnum() and folded[start] not in "\"'£$€[(")):
            start += 1
        stop = start
        while stop < end and not taken[stop]:
            stop += 1
        while stop > start and folded[stop - 1].isspace():
            stop -= 1
        if any(taken[each.start : end]):
            if not _tells(folded[start:stop]):
                continue
            each = _grown(kept, start, stop, each.kind)
            start, stop = each.start, each.end
        elif start == stop:
            continue
        each = each._replace(start=start, end=stop)
        taken[start:stop] = b"\1" * (stop - start)
        kept.append(each)
    return sorted(kept)


def _grown(kept: list[Mark], start: int, stop: int, kind: str) -> Mark:
    """The kept one that ends or begins where this rest does, with it; else the rest alone."""
    for number, other in enumerate(kept):
        if other.end <= start <= other.end + 1 or other.start - 1 <= stop <= other.start:
            del kept[number]
            return other._replace(start=min(other.start, start), end=max(other.end, stop))
    return Mark(start, stop, kind)


def _order(mark: Mark) -> tuple[int, int, int, str]:
    """The longest first."""
    return mark.start - mark.end, mark.start, _LATER.get(mark.kind, 0), mark.kind


def _tells(rest: str) -> bool:
    """Whether what is left over of a detail still tells something."""
    words = _CONTENT.findall(rest)
    return any((len(word) > 2 or word.isdigit()) and word not in _small_words() for word in words)


@cache
def _small_words() -> frozenset[str]:
    return shipped_phrases().lexicon.lists["@stop"] | _VERBS


def _nearly(folded: str, start: int, end: int) -> tuple[str, ...]:
    """What can stand for “works at the mill in Ware”, “the mill in Ware” or “the baker of Ware”."""
    first = folded[start:end].split()[0]
    if first in _VERBS:
        return f"{first} near here", f"{first} for somebody"
    before = folded[max(0, start - 20) : start]
    if re.search(r"\b(?:is|am|was|are|i'm|he's|she's|as|be|hes|shes|im) $", before):
        return "someone people here know", "known near here"
    if re.search(r"\b(?:at|for|in|with|on) $", before):
        return "a place near us", "somewhere near here"
    return "something near here", "something that is known here"


_LATER = {"place": 1, "object": 2}  # where two kinds are found at one place, the other says more
_VERBS = frozenset(
    "work works worked working play plays played teach teaches drive drives drove run runs ran coach".split()  # noqa: SIM905
)


def _detail(mark: Mark, reading: Reading) -> Detail:
    start, end = reading.original(mark.start, mark.end)
    known = kinds()[mark.kind]
    proposals = tuple(
        dict.fromkeys(each for each in (*mark.proposals, *(() if mark.proposals else known["proposals"])))
    )
    return Detail(start, end, mark.kind, known["reason"], proposals)
