"""Names in small letters, where the words in front say that a name comes; and surnames by themselves, where they do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allies.language.identity import people
from allies.language.identity.lists import cue, words
from allies.language.identity.names import PLAIN, SURNAMES, WORDY, is_ordinary
from allies.language.identity.source import Found, Source

_PARTICLE = r"(?:(?:al|el|o|mc|mac|de|de la|van|von|del|bin) ?)?"
_NAME = rf"(?P<first>[a-z][a-z'\-]{{1,20}}) (?:[a-z]\.? )?(?P<last>{_PARTICLE}[a-z][a-z'\-]{{1,25}})(?![\w'])"
_PERSONS = cue("people", "persons").replace("'s|", "").replace("|'s", "")
_STRONG = re.compile(rf"(?:(?:name|names|name's)(?: is| was|:| =|,)?|called|named|known as|goes by) {_NAME}")
_SOMEBODY = re.compile(rf"(?:\b(?:{_PERSONS})|'s),? $")
KINS = words("words", "kin", "words")
_KIN = re.compile(rf"[a-z\-]{{2,20}}(?: is| was|'s) {_NAME}(?=$|[.!?,;)\n]| and | from | who | in | at )")
_SURNAME = re.compile(r"(?:(?:last|family|second) name|surname)(?:'s| is| was|:|,)? ([a-z][a-z'\-]{2,25})(?![\w'])")
_IS = (" is ", " was ", "'s ")
_STOP = (
    words("words", "names", "small")
    | (words("words", "names", "never") - PLAIN)
    | words("words", "names", "titles")
    | words("words", "kin")
)
_NEXT = re.compile(r" (?:[a-mo-z]\.? )?(?P<last>[a-z][a-z'\-]{3,25})(?![\w\-]|'(?!s\b))")
_ASKED = re.compile(
    r"\b(?:spoke (?:to|with)|speak (?:to|with)|talk(?:ed)? to|ask(?:ed)? for|married|engaged to|word with|contact"
    r"|report(?:ed)?) $"
)
_THEN = re.compile(r"$|[.!?,;)\n]| (?:and|from|who|in|at|on) ")
_ALSO_FIRST = words("given", "words_when_small")
_ENDING = re.compile(r"(?:ing|ed|ly|n't|'s|'re|'ve|'ll|'d|'m|s')$")
_PLAINLY = re.compile(r"mc[a-z]{4}|o'[a-z]{4}")
_ALSO_WORDS = words("surnames", "words", "small")
WORDS = frozenset(
    {"name", "names", "name's", "called", "named", "known", "goes", "surname", "last", "family", "second"}
)


def find(source: Source) -> Iterator[Found]:
    """Behind “his name is”, “a man called” and the like."""
    for at, word in source.places(WORDS):
        each = _STRONG.match(source.folded, at)
        if each and (word not in ("called", "named") or _SOMEBODY.search(source.before(at, 20))):
            yield from _announced(source, each)
        each = _SURNAME.match(source.folded, at)
        if each and each[1] not in _STOP and (source.shown[each.start(1)].isupper() or each[1] in SURNAMES):
            yield Found(*each.span(1), "name", ("[name]",))


def plain(source: Source) -> Iterator[Found]:
    """A given name and a surname of which nobody could think anything else."""
    given = source.places(PLAIN)
    if "-" in source.folded or any(source.folded.endswith(_IS, 0, at) for at, _first in given):
        yield from _of_kin(source)
    for at, first in given:
        if source.shown[at].isupper():
            continue
        yield from _beside(source, at, first)


def _of_kin(source: Source) -> Iterator[Found]:
    for at, _word in source.places(KINS):
        each = _KIN.match(source.folded, at)
        if each and each["first"] in PLAIN:
            yield from _announced(source, each)


def _beside(source: Source, at: int, first: str) -> Iterator[Found]:
    each = _NEXT.match(source.folded, at + len(first))
    if each is None:
        return
    last = each["last"].removesuffix("'s")
    found = Found(at, each.start("last") + len(last), "name")
    possible = last not in _STOP and last not in WORDY and _can_be_one(last)
    if possible and _is_asked_for(source, at, each.end(), last) and not people.is_known(f"{first} {last}"):
        yield found._replace(instead=people.instead(source.sentence_before(at)))
    elif source.shown[at].islower() and _is_sure(last) and not people.is_known(f"{first} {last}"):
        public = people.is_public(source.before(at, 50), source.after(each.end(), 40))
        if not public:
            yield found._replace(instead=people.instead(source.sentence_before(at)))


def _is_asked_for(source: Source, start: int, end: int, last: str) -> bool:
    """“Spoke to linda wetherell at …”; or the second word is none that anybody knows."""
    shown = source.shown[start:end]
    if shown.islower() and not is_ordinary(last) and source.folded[start:end].split()[0] not in _ALSO_FIRST:
        return True
    return shown.islower() and bool(_ASKED.search(source.before(start, 16)) and _THEN.match(source.after(end, 8)))


def _is_sure(last: str) -> bool:
    if len(last) < 4 or last in _ALSO_WORDS or last in PLAIN:
        return False
    double = "-" in last and all(part in SURNAMES for part in last.split("-"))
    return last in SURNAMES or double or bool(_PLAINLY.match(last))


def _announced(source: Source, match: re.Match[str]) -> Iterator[Found]:
    first, last = match["first"], match["last"].removesuffix("'s")
    if source.shown[match.start("last")].isupper() or last in _STOP or (first in _STOP and first not in PLAIN):
        return
    if not (first in PLAIN or first in WORDY or last in SURNAMES) or not (last in SURNAMES or _can_be_one(last)):
        return
    if last not in WORDY and not people.is_known(f"{first} {last}"):
        instead = people.instead(source.sentence_before(match.start("first")))
        yield Found(match.start("first"), match.start("last") + len(last), "name", instead)


def _can_be_one(word: str) -> bool:
    return len(word) > 3 and ("-" in word or not _ENDING.search(word)) and word not in PLAIN
