"""First and last name of a private person, written with capitals."""

from __future__ import annotations

import re
from typing import NamedTuple

from allies.language.identity import people
from allies.language.identity.lists import cue, one_of, words
from allies.language.identity.source import Found, Source, some

_UP = "A-ZÀ-ÖØ-ÞŁŚŻŹĆŃŠČŽŘĎŤŇŞĞİĐŐŰĀĒĪŌŪ"
_REST = r"[^\W\d_]{1,24}(?:['’\-‑][^\W\d_]{1,24}){0,3}"
_WORD = rf"[{_UP}](?:['’][{_UP}])?{_REST}"
_SMALL = one_of(words("words", "names", "particles"))
# The capital comes first, so that no time is spent on small letters; and the next one is looked for before all else.
RUN = re.compile(
    rf"[{_UP}](?<![\w@#/’'\-].)(?=\S{{1,120}}+ (?:[{_UP}]|(?:{_SMALL}|[ae]l)[ \-]))(?:['’][{_UP}])?{_REST}"
    rf"(?:,? (?:[JS]r|I{{2,3}})\b"
    rf"|(?: (?:{_SMALL})){{0,2}}[ -](?:(?:al|el)-)?{_WORD}| [{_UP}]\.?(?= [{_UP}])){{1,5}}"
)
_PART = re.compile(r"[^\s,]+")
_SHOUTING = re.compile(r"[A-Z]{3,} [A-Z]{2,} [A-Z]{2,} [A-Z]{2,}")
_PLAINLY = re.compile(r"(?:Mc|O['’]|Mac(?=[A-Z])|Fitz)[A-Z]?[a-z]{2}")  # no other word is written so

WORDY, _SMALL_WORDS = words("given", "words"), words("given", "words", "small")
PLAIN = words("given", "plain") - WORDY
_COMMON = words("given", "plain", "english") - WORDY  # with these, a second one is a second given name: Mary Beth
_MONTHS, _VERBS = words("given", "words", "months"), words("given", "words", "verbs")
_PLACED = words("given", "words", "places")
SURNAMES, WORDY_SURNAMES = words("surnames", "plain"), words("surnames", "words", "all")
_NEVER = words("words", "names", "never") - PLAIN - (WORDY - _SMALL_WORDS)
_TITLES, _SAINTS = words("words", "names", "titles"), words("words", "names", "saints")
_TAILS, _PARTICLES = words("words", "names", "tails"), words("words", "names", "particles")
_BODIES = words("words", "names", "bodies")
_LARGE, _TOWNS, _PARTS = words("places", "large"), words("places", "towns"), words("places", "parts")

# Put together once: a text asks for them often.
_SPLITTING = _NEVER - _TITLES
_NO_END, _NO_BEGINNING, _ONLY_BODIES = _TAILS | _PARTICLES, _SAINTS | _TITLES, _BODIES - WORDY_SURNAMES
_NO_SURNAME = _LARGE | _TOWNS - SURNAMES
_TOWNISH, _ONLY_WORDS, _NOBODY = _TOWNS | _PARTS, WORDY - _PLACED, _BODIES | _PARTS | _LARGE | _TOWNS | _NEVER

VOCABULARY = words("vocabulary", "small", "words") | _ONLY_WORDS

_WHERE = re.compile(
    r"\b(?:(?:in|at|near|on|outside|via|around|through|past|of|called|watch|watched|watching|play|played|playing)"
    r"|(?:go|goes|went|going|come|came|drive|drove|moved|train|bus|back|down|up|over|trip|road|way|off|flew|flight|live"
    r"|lives|walk|walked|ran|cycled) (?:to|from)) $"
)
_IN = re.compile(
    r"\b(?:in|at|near|from|to|of|outside|around|through|via|visiting|leaving|downtown|over|across|up|on|for|the) $"
)
_TIME = re.compile(
    r"\b(?:in|since|last|next|this|by|until|till|from|of|early|late|mid|every|through|before|after|during|to|for|on"
    r"|that) $"
)
_ARTICLE = re.compile(r"\b(?:the|a|an|at|in|on|near|this|that|any|some|no|every|another|to|into|of) $")
_PARTICLE_OF = re.compile(r"\b(?:the|this|that|our) (?:\w+ )?$")
_SAINT = re.compile(r"\b(?:st|st\.|saint|san|santa) $")
_BODY_BEHIND = re.compile(rf"(?:['’]s)? (?:{cue('people', 'bodies')})\b")


def is_ordinary(word: str) -> bool:
    """Whether a word, or what it is a form of, is one that everybody uses."""
    return (
        word in VOCABULARY
        or word.removesuffix("s") in VOCABULARY
        or word.removesuffix("ing") in VOCABULARY
        or word.removesuffix("ed") in VOCABULARY
    )


class Part(NamedTuple):
    word: str  # small, without a possessive
    start: int
    end: int


def find(source: Source, start: int) -> list[Found]:
    """Wherever RUN is found in the text, and first at `start`."""
    found = []
    for run in some(RUN.finditer(source.shown, start)):
        for parts in _pieces(source, run):
            if place := _name(source, parts):
                found.append(Found(*place, "name", people.instead(source.sentence_before(place[0]))))
                break
    return [] if found and _SHOUTING.search(source.shown) else found


def _pieces(source: Source, run: re.Match[str]) -> list[list[Part]]:
    """The parts of a run between words that are in no name, each ended by a possessive."""
    pieces: list[list[Part]] = []
    piece: list[Part] = []
    begin, shown = run.start(), run[0]
    for each in _PART.finditer(shown):
        start, end = each.span()
        word = source.folded[begin + start : begin + end]
        owned = word.endswith("'s")
        if owned:
            word, end = word[:-2], end - 2
        word = word.rstrip(".")
        if word not in _SPLITTING:
            piece.append(Part(word, begin + start, begin + end))
            if not owned:
                continue
        pieces.append(piece)
        piece = []
    pieces.append(piece)
    return [_trimmed(each) for each in pieces if len(each) > 1]


def _trimmed(parts: list[Part]) -> list[Part]:
    while len(parts) > 2 and parts[0].word in _TITLES and parts[0].word not in _SAINTS:
        parts = parts[1:]
    while parts and parts[0].word in _PARTICLES:
        parts = parts[1:]
    while parts and parts[-1].word in _NO_END:
        parts = parts[:-1]
    return parts


def _name(source: Source, parts: list[Part]) -> tuple[int, int] | None:
    for at in range(max(0, len(parts) - 1)):
        if at and not _is_given(parts[at].word):
            continue
        if _is_name(source, parts[at:], within=at > 0):
            return parts[at].start, parts[-1].end
    return None


def _is_given(word: str) -> bool:
    return word in PLAIN or ("-" in word and all(each in PLAIN or each in WORDY for each in word.split("-")))


def _is_name(source: Source, parts: list[Part], *, within: bool) -> bool:
    """What is soonest known comes first."""
    start, end = parts[0].start, parts[-1].end
    first, last = parts[0].word, parts[-1].word
    if first in _NO_BEGINNING or last in _NEVER or len(last) < 2:
        return False
    given, wordy = _is_given(first), first in WORDY
    if not (given or wordy) and (within or first in _NOBODY or last in _NO_SURNAME):
        return False
    around = people.Around(source.before(start, 50), source.after(end, 40))
    if not _can_end(parts, around):
        return False
    if given:
        found = _after_plain(parts, around)
    elif wordy:
        found = _after_word(parts, around)
    else:
        plainly = bool(_PLAINLY.match(source.shown, parts[-1].start, end))
        found = _after_unknown(parts, around, plainly=plainly)
    return found and not _is_excused(source, parts, around)


def _is_excused(source: Source, parts: list[Part], around: people.Around) -> bool:
    """Known to everybody, or no private person."""
    before, after, start = around.before, around.after, parts[0].start
    if people.is_known(" ".join([part.word for part in parts])) or _BODY_BEHIND.match(after):
        return True
    if not around.told:
        return people.is_public("", after)
    if people.is_pet(before) or around.ends(_SAINT):
        return True
    return people.is_public(before, after, source.shown[max(0, start - 30) : start])


def _can_end(parts: list[Part], around: people.Around) -> bool:
    """Whether the last part can be a surname: not a state, not what a body or a place is called by."""
    first, last = parts[0].word, parts[-1].word
    if last in _LARGE:
        return first in PLAIN and last in SURNAMES and not around.ends(_IN)
    if last in _BODIES or last.split("-")[-1] in _ONLY_BODIES:
        surname = last in SURNAMES or last in WORDY_SURNAMES
        return len(parts) == 2 and surname and first in PLAIN and (around.named or not around.ends(_ARTICLE))
    return not any(part.word in _BODIES and part.word not in WORDY_SURNAMES for part in parts[1:])


def _after_plain(parts: list[Part], around: people.Around) -> bool:
    last = parts[-1].word
    if last in SURNAMES or last in WORDY_SURNAMES:
        return True
    if last in _COMMON and len(parts) == 2:
        return around.surely_named
    return not (last in _TOWNS and around.ends(_IN)) and (last not in _ONLY_WORDS or around.named)


def _after_word(parts: list[Part], around: people.Around) -> bool:
    """A given name that is also a word, a month or a place."""
    first, last = parts[0].word, parts[-1].word
    sure = last in SURNAMES and len(last) > 3
    if (last in PLAIN and last not in SURNAMES) or first in _SMALL_WORDS:
        return False
    named = around.named
    if first in _MONTHS:
        return (sure or named or not is_ordinary(last)) and not around.ends(_TIME) and last not in _TOWNS
    if first in _PLACED and around.ends(_IN) and not around.surely_named:
        return False
    if last in _TOWNISH and not named:
        return False
    if first in _VERBS and around.starts and first not in ("lee", "jack"):
        return sure and last not in PLAIN
    if sure or named:
        return named or not around.ends(_ARTICLE)
    if around.starts:
        return not is_ordinary(last) or (people.does_something(around.after) and last not in WORDY)
    return not around.ends(_ARTICLE) and len(last) > 3 and last not in WORDY


def _after_unknown(parts: list[Part], around: people.Around, *, plainly: bool) -> bool:
    first, last = parts[0].word, parts[-1].word
    unusual = len(parts) < 4 and not any(is_ordinary(part.word) for part in parts) and min(len(first), len(last)) > 2
    if unusual and not around.ends(_WHERE):
        return not _PARTICLE_OF.search(around.before)
    if around.ends(_ARTICLE):
        return False
    if around.surely_named:
        return last not in _TOWNISH and last not in _ONLY_WORDS
    if first in SURNAMES and all(part.word in PLAIN or part.word in WORDY for part in parts[1:]):  # family name first
        return len(parts) > 2 or not around.starts
    if len(parts) == 2 and people.is_personal(around.before, around.after) and last not in _NOBODY:
        return True
    sure = last in SURNAMES and len(last) > 4 and last not in PLAIN
    return (sure or plainly) and not around.starts and len(parts) < 4
