"""Details that could show who somebody is: numbers, addresses, names, links. Their words: the files beside this one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allies.language.finding import Finding
from allies.language.identity import (
    addresses,
    births,
    emails,
    handles,
    links,
    names,
    phones,
    quasi,
    records,
    small_names,
)
from allies.language.identity.source import Found, Source
from allies.language.reading import Reading

REASONS = {
    "phone": "A phone number can show who you are to anybody who reads this.",
    "email": "An e-mail address can show who somebody is, and strangers could write to it.",
    "link": "This link leads to a page that can show who somebody is.",
    "handle": "With this name, people could find somebody on another site.",
    "address": "An address tells anybody who reads this where somebody lives.",
    "birth": "A date of birth, with a few other details, can show who somebody is.",
    "number": "A number like this is on somebody's papers, and can be used to find them.",
    "name": "A first and a last name together show who somebody is, here and in search engines.",
    "quasi": "Together, these details may be enough for a neighbour to know who this is.",
}
INSTEAD = {
    "phone": ("[my number]",),
    "email": ("[my e-mail]",),
    "link": ("[a link]",),
    "handle": ("[my name there]",),
    "address": ("[where we live]",),
    "birth": ("[date of birth]",),
    "number": ("[a number]",),
    "name": ("someone I know", "[name]"),
    "quasi": ("[somewhere near here]",),
}
# Where two overlap, the one that comes first here stays.
RANK = {
    kind: rank
    for rank, kind in enumerate(("email", "link", "handle", "birth", "number", "phone", "address", "quasi", "name"))
}

_DIGIT = re.compile(r"\d")
_CUES = frozenset[str]().union(
    *(phones.SPOKEN, emails.WORDS, handles.WORDS, handles.LEADS, records.WORDS, addresses.WORDS, addresses.STREETS),
    *(small_names.WORDS, small_names.KINS, quasi.WORDS, names.PLAIN),
)
_OWNING = _CUES | {f"{word}'s" for word in _CUES}


def find(reading: Reading, writer: str | None = None) -> list[Finding]:
    """Identifying details in a text. `writer`: the pseudonym under which it stands, which tells nothing."""
    places, text = reading.places, reading.text
    shown = text if places is None else "".join([text[place] for place in places[:-1]])
    here = _OWNING.intersection(reading.pieces)
    source = Source(shown, reading.folded, frozenset([word.removesuffix("'s") for word in here]))
    found = _apart(list(_search(source)))
    if writer:
        own = _bare(writer)
        found = [each for each in found if _bare(shown[each.start : each.end]) != own]
    return [_finding(each, reading) for each in found]


def _bare(name: str) -> str:
    return "".join(filter(str.isalnum, name)).casefold()


def _search(source: Source) -> Iterator[Found]:
    folded, here = source.folded, source.words
    if _DIGIT.search(folded):
        yield from phones.digits(source)
        yield from records.find(source)
        yield from births.find(source)
        yield from addresses.numbered(source)
    if links.SURE.search(folded):
        yield from links.find(source)
    if "@" in folded or "#" in folded or "u/" in folded:
        yield from emails.find(source)
        yield from handles.find(source)
    yield from names.find(source)
    if here:
        yield from _by_words(source, here)


def _by_words(source: Source, here: frozenset[str]) -> Iterator[Found]:
    """What is only looked for where a word of its kind is there."""
    if len(here & phones.SPOKEN) > 1 or (not here.isdisjoint(phones.SPOKEN) and _DIGIT.search(source.folded)):
        yield from phones.spoken(source)
    if not here.isdisjoint(emails.WORDS):
        yield from emails.hidden(source)
        if "dot" in here:
            yield from links.spoken(source)
    if not here.isdisjoint(handles.WORDS):
        yield from handles.named(source)
    if not here.isdisjoint(addresses.STREETS):
        yield from addresses.named(source)
    if not here.isdisjoint(small_names.WORDS):
        yield from small_names.find(source)
    given = here & names.PLAIN
    if given:
        yield from small_names.plain(source, given)
    if not here.isdisjoint(quasi.WORDS):
        yield from quasi.find(source)


def _apart(found: list[Found]) -> list[Found]:
    """Of those that overlap, one."""
    if len(found) < 2:
        return found
    kept: list[Found] = []
    for each in sorted(found, key=lambda one: (RANK[one.subkind], one.start, -one.end)):
        if not any(each.start < other.end and other.start < each.end for other in kept):
            kept.append(each)
    return kept


def _finding(found: Found, reading: Reading) -> Finding:
    start, end = reading.original(found.start, found.end)
    kind = found.subkind
    severity = "quasi" if kind == "quasi" else "direct"
    return Finding("identity", start, end, kind, severity, REASONS[kind], found.instead or INSTEAD[kind])
