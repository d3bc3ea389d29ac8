"""Phone numbers: US, UK and others, in digits or spelled out; not those of public helplines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allies.language.identity.lists import cue, one_of, words
from allies.language.identity.source import Found, Source

_RUN = re.compile(
    r"(?:\+ ?|\()?[\do](?:[ .()\-/*_~·]{0,3}[\do]){5,15}(?![\w]|[.,:/]\d)"
    r"(?:,? ?(?:ext|extn|extension|x)\.? ?\d{1,5}\b)?"
)
_LEADING = ("+", " ", "(", "o")
_LEAD = re.compile(r"(?:\+ ?|\(|\bo)$")
_FIRST_PART = re.compile(r"(?:(?:double|triple|treble) |\b\d{1,5}[ ,.\-]{1,3})$")
_GROUPS = re.compile(r"[\do]+")
_EXTENSION = re.compile(r"[,ex]")
_US = {(10,), (3, 3, 4), (3, 7), (6, 4), (3, 3, 2, 2), (1,) * 10, (3, 4, 3)}
_UK = {3, 4, 5, 6, 10, 11}  # digits in the first group
_ASKED = re.compile(rf"\b(?:{cue('phones', 'asked')})\b")
_OURS = re.compile(rf"\b(?:{cue('phones', 'ours')})\b")
_SERVICE = re.compile(rf"\b(?:{one_of(words('lines', 'words'))})\b")
_OTHER = re.compile(rf"\b(?:{cue('phones', 'other')})\b")
_SHORT, _LONG = words("lines", "short"), words("lines", "long")
_FREE_US, _FREE_UK = words("lines", "free_us"), tuple(words("lines", "free_uk"))
_FREE_SHORT = ("0800", "0808", "0500")  # UK numbers of ten digits; 087 and the like are Irish

_DIGIT = r"(?:zero|oh|o|nought|naught|one|two|three|four|five|six|seven|eight|nine|\d{1,5})(?: ?hundred)?"
_SPOKEN = re.compile(
    rf"\b(?:(?:double |triple |treble )?{_DIGIT}[ ,.\-]{{1,3}}){{3,13}}(?:double |triple |treble )?{_DIGIT}\b"
)
_NAMES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_VALUE = {name: str(value) for value, name in enumerate(_NAMES)}
_VALUE |= {"oh": "0", "o": "0", "nought": "0", "naught": "0"}
_TIMES = {"double": 2, "triple": 3, "treble": 3}
SPOKEN = frozenset(_VALUE)


def digits(source: Source) -> Iterator[Found]:
    reached, folded = 0, source.folded
    for figure, _end in source.figures:
        if figure < reached:
            continue
        lead = _LEAD.search(source.before(figure, 2)) if folded[figure - 1 : figure] in _LEADING else None
        start = figure - len(lead[0]) if lead else figure
        run = _RUN.match(folded, start)
        if run is None or start < reached or not _is_free(folded[start - 1 : start]):
            continue
        reached = run.end()
        number = _EXTENSION.split(run[0], maxsplit=1)[0]
        groups = _GROUPS.findall(number)
        plain = "".join(groups).replace("o", "0")
        sizes, international = tuple(map(len, groups)), "+" in number
        if not _is_phone(plain, sizes, international=international, asked=False) and not (
            _is_phone(plain, sizes, international=international, asked=True)
            and _ASKED.search(source.before(run.start(), 40))
        ):
            continue
        if _is_public(plain) or _is_service(source, run.start()) or _OTHER.search(source.before(run.start(), 25)):
            continue
        start, end = run.span()
        yield Found(start + (source.folded[start] == "(" and ")" not in run[0]), end, "phone")


def spoken(source: Source) -> Iterator[Found]:
    places = [at for at, _word in source.places(SPOKEN)]
    reached = 0
    for first, third in zip(places, places[2:], strict=False):
        if first < reached or third - first > 40:
            continue
        lead = _FIRST_PART.search(source.before(first, 9))
        run = _SPOKEN.match(source.folded, first - len(lead[0]) if lead else first)
        if run is None:
            continue
        reached = run.end()
        parts = re.findall(r"[a-z]+|\d+", run[0])
        if sum(part in _VALUE for part in parts) < 3:
            continue
        plain, before = _written(parts), source.before(run.start(), 40)
        national = plain[1:] if len(plain) == 11 and plain[0] == "1" else plain
        known = len(plain) in (10, 11) and (plain[0] == "0" or (len(national) == 10 and national[0] > "1"))
        asked = _ASKED.search(before) or _OURS.search(before)
        if (known or (asked and 7 <= len(plain) <= 13)) and not _is_public(plain):
            yield Found(*run.span(), "phone")


def _is_free(before: str) -> bool:
    """Whether a number can begin behind this sign."""
    return not (before.isalnum() or before in ("_", "$", "£", "€", "#"))


def _written(parts: list[str]) -> str:
    """double oh, nine hundred: 00900."""
    plain, times = "", 1
    for part in parts:
        if part in _TIMES:
            times = _TIMES[part]
        elif part == "hundred":
            plain += "00"
        else:
            plain += _VALUE.get(part, part) * times
            times = 1
    return plain


def _is_phone(plain: str, groups: tuple[int, ...], *, international: bool, asked: bool) -> bool:
    size = len(plain)
    if international or plain.startswith("00"):
        return 9 <= size <= 16
    if plain[0] == "0":
        known = size in (10, 11) and (groups[0] in _UK or set(groups) == {1})
        return known or (asked and 9 <= size <= 12)
    if size == 11 and plain[0] == "1":
        return _is_american(plain[1:], groups[1:] if groups[0] == 1 else (10,), asked=asked)
    if size == 10:
        return _is_american(plain, groups, asked=asked)
    if size == 7 and groups == (3, 4):
        return plain[0] > "1" and (asked or plain.startswith("555"))
    return asked and size == 12 and plain.startswith("44")


def _is_american(plain: str, groups: tuple[int, ...], *, asked: bool) -> bool:
    if groups == (10,) and not asked and plain[3] < "2":
        return False
    return plain[0] > "1" and (asked or groups in _US)


def _is_public(plain: str) -> bool:
    national = plain.removeprefix("00")
    national = national[1:] if len(plain) == 11 and national.startswith("1") else national
    if plain in _SHORT or national in _LONG or plain.lstrip("0") in _LONG:
        return True
    if national.startswith("44"):
        national = "0" + national[2:].removeprefix("0")
    if national.startswith("0"):
        return national.startswith(_FREE_SHORT if len(national) == 10 else _FREE_UK) or national[1:] in _LONG
    return len(national) == 10 and national[:3] in _FREE_US


def _is_service(source: Source, start: int) -> bool:
    """A helpline's own number: its name stands in front of it, and nobody says it is theirs."""
    sentence = source.sentence_before(start, 80)
    return bool(_SERVICE.search(sentence)) and not _OURS.search(sentence[-14:])
