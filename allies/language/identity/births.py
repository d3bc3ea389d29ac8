"""Dates of birth. An age, a hearing or a sober date is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from allies.language.identity.lists import cue, one_of, words
from allies.language.identity.source import Found, Source

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:(?:19|20)\d\d|'?\d\d)(?!\d)"
_DATE = re.compile(
    rf"(?:{_DAY} (?:of )?{_MONTH},? (?:of )?{_YEAR}"
    rf"|\d{{1,2}} ?[/.\-] ?\d{{1,2}} ?[/.\-] ?{_YEAR}"
    rf"|(?:19|20)\d\d[/.\-]\d{{1,2}}[/.\-]\d{{1,2}}"
    rf"|{_DAY}[ \-]{_MONTH}[ \-]{_YEAR})(?![\w/]|[.\-]\d)"
)
_DAY_BEHIND = re.compile(rf"{_DAY},?(?: of)? {_YEAR}(?![\w/]|[.\-]\d)")
_MONTH_IN_FRONT = re.compile(rf"\b{_MONTH} (?:the )?$")
_BORN = re.compile(
    r"\b(?:d\.? ?o\.? ?b\b\.?|dates? of birth|birth ?dates?|b'?day|birthday|born|birth certificate|b\.)[^!?\n]{0,40}$"
)
_OTHER = re.compile(rf"\b(?:{cue('births', 'other')})\b")
_BEHIND = re.compile(
    r"[,)]? ?\(?(?:dob|d\.o\.b|date of birth|is (?:his|her|my|their|our \w+'s) (?:birthday|dob|date of birth|bday))"
)
_OF_KIN = re.compile(
    rf"\b(?:{one_of(words('words', 'kin', 'say'))}|boy|girl|lad|baby|he|she|his|hers|mine|grandad|grandma|grandpa)"
    r"(?:'s| is| was|:|,) (?:the |from |a )?$"
)
_JOINED = ("/", ".", "-", "$", "£")


def find(source: Source) -> Iterator[Found]:
    for start, end in _dates(source):
        before = source.before(start, 60)
        born = _BORN.search(before)
        if born:
            if not _OTHER.search(born[0]) and not _OTHER.search(before[: born.start()].rsplit(".", 1)[-1][-22:]):
                yield Found(start, end, "birth")
        elif _BEHIND.match(source.after(end, 40)) or (
            _OF_KIN.search(before) and _is_long_ago(source.folded[start:end])
        ):
            yield Found(start, end, "birth")


def _dates(source: Source) -> Iterator[tuple[int, int]]:
    reached = 0
    for (at, end), (then, _) in pairwise(source.figures):  # no date is of one number
        if at < reached or end - at > 4 or then - end > 30 or source.folded[at - 1 : at] in _JOINED:
            continue
        month = _MONTH_IN_FRONT.search(source.before(at, 18)) if source.folded[at - 1 : at] == " " else None
        date = (_DAY_BEHIND if month else _DATE).match(source.folded, at)
        if date:
            reached = date.end()
            yield (at - len(month[0]) if month else at), date.end()


def _is_long_ago(date: str) -> bool:
    year = re.search(r"(?:19|20)\d\d", date)
    return bool(year and year[0] < "2010")
