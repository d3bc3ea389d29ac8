"""Details that could show who somebody is: numbers, addresses, names, links. Their words: the files beside this one."""

from __future__ import annotations

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

_CUES = frozenset[str]().union(
    *(phones.SPOKEN, emails.WORDS, handles.ALL, records.WORDS, addresses.WORDS, addresses.STREETS, addresses.NUMBERS),
    *(small_names.WORDS, small_names.KINS, quasi.WORK, quasi.FIRM, quasi.SCHOOL),
)
# Searches that are only worth while where a word of theirs is there: one bit each.
_SPOKEN, _MAIL, _SITE, _STREET, _NAMED, _GIVEN, _WORK, _FIRM, _SCHOOL = (1 << number for number in range(9))
_BY_WORDS = {
    _SPOKEN: phones.SPOKEN,
    _MAIL: emails.WORDS,
    _SITE: handles.WORDS,
    _STREET: addresses.STREETS,
    _NAMED: small_names.WORDS,
    _GIVEN: names.PLAIN,
    _WORK: quasi.WORK,
    _FIRM: quasi.FIRM,
    _SCHOOL: quasi.SCHOOL,
}
_KNOWN = _CUES | names.PLAIN
# Each word as it may stand in a text (mum's): without a possessive, and its searches.
_BARE = {
    word: (bare, sum(bit for bit, some in _BY_WORDS.items() if bare in some))
    for word in _KNOWN | {f"{word}'s" for word in _CUES}
    if (bare := word.removesuffix("'s")) in _KNOWN
}
cue = _BARE.get


def find(reading: Reading, writer: str | None = None) -> list[Finding]:
    """Identifying details in a text. `writer`: the pseudonym under which it stands, which tells nothing."""
    places, text = reading.places, reading.text
    shown = text if places is None else "".join([text[place] for place in places[:-1]])
    here, searches = [], 0
    for cue in set(reading.cues):
        if cue:
            here.append(cue[0])
            searches |= cue[1]
    found = _apart(_search(Source(shown, reading.folded, frozenset(here)), searches))
    if writer:
        own = _bare(writer)
        found = [each for each in found if _bare(shown[each.start : each.end]) != own]
    return [_finding(each, reading) for each in found]


def _bare(name: str) -> str:
    return "".join(filter(str.isalnum, name)).casefold()


def _search(source: Source, searches: int) -> list[Found]:
    folded = source.folded
    found: list[Found] = []
    if source.figures:
        found += phones.digits(source)
        found += records.find(source)
        found += births.find(source)
        found += addresses.numbered(source)
    if links.DOT.search(folded) or "://" in folded:
        found += links.find(source)
    if "@" in folded or "#" in folded or "u/" in folded:
        found += emails.find(source)
        found += handles.find(source)
    if run := names.RUN.search(source.shown):
        found += names.find(source, run.start())
    if searches & _SPOKEN and (source.figures or len(source.words & phones.SPOKEN) > 1):
        found += phones.spoken(source)
    if searches & _MAIL:
        found += emails.hidden(source)
        if "dot" in source.words:
            found += links.spoken(source)
    if searches & _SITE:
        found += handles.named(source)
    if searches & _STREET:
        found += addresses.named(source)
    if searches & _NAMED:
        found += small_names.find(source)
    if searches & _GIVEN:
        found += small_names.plain(source)
    if searches & _WORK and quasi.LINKED.search(source.shown):
        found += quasi.at_work(source)
    if searches & _FIRM:
        found += quasi.in_firm(source)
    if searches & _SCHOOL:
        found += quasi.in_school(source)
    return found


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
