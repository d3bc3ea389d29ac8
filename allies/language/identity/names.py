"""First and last name of a private person, written with capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from allies.language.identity import people
from allies.language.identity.lists import one_of, words
from allies.language.identity.source import Found, Source, some

_UP = "A-ZÀ-ÖØ-ÞŁŚŻŹĆŃŠČŽŘĎŤŇŞĞİĐŐŰĀĒĪŌŪ"
_WORD = rf"[{_UP}](?:['’][{_UP}])?[^\W\d_]{{1,24}}(?:['’\-‑][^\W\d_]{{1,24}}){{0,3}}"
_SMALL = one_of(words("words", "names", "particles"))
RUN = re.compile(
    rf"(?<![\w@#/’'\-]){_WORD}(?:,? (?:[JS]r|I{{2,3}})\b|(?: (?:{_SMALL})){{0,2}}[ -](?:(?:al|el)-)?{_WORD}| [{_UP}]\.?(?= [{_UP}])){{1,5}}"
)
_SHOUTING = re.compile(r"[A-Z]{3,} [A-Z]{2,} [A-Z]{2,} [A-Z]{2,}")

WORDY = words("given", "words")
PLAIN = words("given", "plain") - WORDY
_MONTHS = words("given", "words", "months")
_VERBS = words("given", "words", "verbs")
_PLACED = words("given", "words", "places")
SURNAMES = words("surnames", "plain")
_WORDY_SURNAMES = words("surnames", "words")
_NEVER = words("words", "names", "never") - PLAIN - (_MONTHS | {"love", "hope"})
_TITLES = words("words", "names", "titles")
_SAINTS, _TAILS = words("words", "names", "saints"), words("words", "names", "tails")
_BODIES = words("words", "names", "bodies")
_LARGE, _TOWNS, _PARTS = words("places", "large"), words("places", "towns"), words("places", "parts")
_PARTICLES = words("words", "names", "particles")

_IN = re.compile(
    r"\b(?:in|at|near|from|to|of|outside|around|through|via|visiting|leaving|downtown|over|across|up|on|for|the) $"
)
_TIME = re.compile(
    r"\b(?:in|since|last|next|this|by|until|till|from|of|early|late|mid|every|through|before|after|during|end of|to|for|on|come|that) $"
)
_ARTICLE = re.compile(r"\b(?:the|a|an|at|in|on|near|this|that|any|some|no|every|another|to|into|of) $")
_STARTS = re.compile(r"(?:^|[.!?…:\n\"“”(\-–—*•] ?|\d\) ?)$")
_BODY_BEHIND = re.compile(
    r"^(?:['’]s)? (?:center|centre|hospital|clinic|school|high school|middle school|elementary|primary|church|foundation|road|street|avenue|park|"
    r"library|house|hall|hotel|prison|jail|college|university|academy|pub|bar|cafe|stadium|ward|building|station|bridge|airport|institute|memorial|award|fund|act|law|"
    r"trust|charity|method|effect|syndrome|disease|day|concert|shirt|t-shirt|poster|impression|hat|jersey|burger|sandwich|whiskey|whisky|brand|car park)\b"
)


@dataclass(frozen=True, slots=True)
class Part:
    word: str  # small, without a possessive
    start: int
    end: int
    owns: bool  # with 's: a name ends here


def find(source: Source) -> Iterator[Found]:
    if _SHOUTING.search(source.shown):
        return
    for run in some(RUN.finditer(source.shown)):
        for parts in _pieces(_parts(source, run)):
            if place := _name(source, parts):
                yield Found(*place, "name", people.instead(source.sentence_before(place[0])))
                break


def _parts(source: Source, run: re.Match[str]) -> list[Part]:
    parts = []
    for each in re.finditer(r"[^\s,]+", run[0]):
        start = run.start() + each.start()
        word = source.folded[start : start + len(each[0])]
        owns = word.endswith(("'s", "s'"))
        size = len(word) - 2 if word.endswith("'s") else len(word)
        parts.append(Part(word[:size].rstrip("."), start, start + size, owns))
    return parts


def _pieces(parts: list[Part]) -> list[list[Part]]:
    """The parts between words that are in no name, each ended by a possessive."""
    pieces: list[list[Part]] = [[]]
    for part in parts:
        if part.word in _NEVER and part.word not in _TITLES:
            pieces.append([])
            continue
        pieces[-1].append(part)
        if part.owns:
            pieces.append([])
    return [_trimmed(each) for each in pieces if len(each) > 1]


def _trimmed(parts: list[Part]) -> list[Part]:
    while parts and (
        parts[0].word in _PARTICLES or (len(parts) > 2 and parts[0].word in _TITLES and parts[0].word not in _SAINTS)
    ):
        parts = parts[1:]
    while parts and parts[-1].word in (_TAILS | _PARTICLES):
        parts = parts[:-1]
    return parts


def _name(source: Source, parts: list[Part]) -> tuple[int, int] | None:
    for at in range(max(0, len(parts) - 1)):
        some_parts = parts[at:]
        if at and parts[at].word not in PLAIN:
            continue
        if _is_name(source, some_parts, within=at > 0):
            return some_parts[0].start, some_parts[-1].end
    return None


def _is_name(source: Source, parts: list[Part], *, within: bool) -> bool:
    start, end = parts[0].start, parts[-1].end
    first, last = parts[0].word, parts[-1].word
    before, after = source.before(start, 50), source.after(end, 40)
    if people.is_known(" ".join(part.word for part in parts)) or people.is_pet(before) or _BODY_BEHIND.match(after):
        return False
    if first in _SAINTS or re.search(r"\b(?:st|st\.|saint|san|santa) $", before) or last in _NEVER or len(last) < 2:
        return False
    if people.is_public(before, after):
        return False
    if first in _TITLES and first not in PLAIN:
        return False
    named = people.is_named(before)
    if not _can_end(parts, before, named=named):
        return False
    if first in PLAIN:
        return _after_plain(parts, before)
    if first in WORDY:
        return _after_word(parts, before, named=named, starts=bool(_STARTS.search(before)))
    return not within and _after_unknown(parts, before, starts=bool(_STARTS.search(before)))


def _can_end(parts: list[Part], before: str, *, named: bool) -> bool:
    """Whether the last part can be a surname: not a state, not what a body or a place is called by."""
    first, last = parts[0].word, parts[-1].word
    tail = last.split("-")[-1]
    if last in _LARGE:
        return first in PLAIN and last in SURNAMES and not _IN.search(before)
    if last in _BODIES or tail in _BODIES - _WORDY_SURNAMES:
        return (
            len(parts) == 2
            and last in (SURNAMES | _WORDY_SURNAMES)
            and first in PLAIN
            and (named or not _ARTICLE.search(before))
        )
    return not any(part.word in _BODIES and part.word not in _WORDY_SURNAMES for part in parts[1:])


def _after_plain(parts: list[Part], before: str) -> bool:
    last = parts[-1].word
    if last in SURNAMES or last in _WORDY_SURNAMES:
        return True
    if last in PLAIN and len(parts) == 2:
        return people.is_surely_named(before) and " " not in before[-1:].strip()
    return not (last in _TOWNS and _IN.search(before)) and last not in WORDY - _PLACED


def _after_word(parts: list[Part], before: str, *, named: bool, starts: bool) -> bool:
    first, last = parts[0].word, parts[-1].word
    sure = last in SURNAMES and len(last) > 3
    if last in PLAIN and last not in SURNAMES:
        return False
    if first in _MONTHS:
        return (sure or named) and not _TIME.search(before) and last not in _TOWNS
    if first in _PLACED and _IN.search(before) and not people.is_surely_named(before):
        return False
    if last in _TOWNS | _PARTS and not named:
        return False
    if first in _VERBS and starts:
        return sure and last not in PLAIN
    if sure or (last in _WORDY_SURNAMES and named) or named:
        return not (_ARTICLE.search(before) and not named)
    return not starts and not _ARTICLE.search(before) and len(last) > 3 and last not in WORDY


def _after_unknown(parts: list[Part], before: str, *, starts: bool) -> bool:
    first, last = parts[0].word, parts[-1].word
    if first in _BODIES | _PARTS | _LARGE | _TOWNS | _NEVER or _ARTICLE.search(before):
        return False
    if people.is_surely_named(before):
        return last not in _TOWNS | _PARTS | WORDY - _PLACED
    if first in SURNAMES and all(part.word in PLAIN for part in parts[1:]):  # family name first
        return len(parts) > 2 or not starts
    sure = last in SURNAMES and len(last) > 4 and last not in PLAIN
    return sure and not starts and len(parts) < 4
