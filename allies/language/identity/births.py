"""Dates of birth. An age, a hearing or a sober date is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allies.language.identity.lists import cue, one_of, words
from allies.language.identity.source import Found, Source, some

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:(?:19|20)\d\d|'?\d\d)(?!\d)"
_DATES = re.compile(
    rf"(?<![\w/.\-])(?:(?:the )?{_DAY} (?:of )?{_MONTH},? (?:of )?{_YEAR}"
    rf"|{_MONTH} (?:the )?{_DAY},?(?: of)? {_YEAR}"
    rf"|\d{{1,2}} ?[/.\-] ?\d{{1,2}} ?[/.\-] ?{_YEAR}"
    rf"|(?:19|20)\d\d[/.\-]\d{{1,2}}[/.\-]\d{{1,2}}"
    rf"|{_DAY}[ \-]{_MONTH}[ \-]{_YEAR})(?![\w/]|[.\-]\d)"
)
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


def find(source: Source) -> Iterator[Found]:
    for date in some(_DATES.finditer(source.folded)):
        before = source.before(date.start(), 60)
        born = _BORN.search(before)
        if born:
            if not _OTHER.search(born[0]) and not _OTHER.search(before[: born.start()].rsplit(".", 1)[-1][-22:]):
                yield Found(*date.span(), "birth")
        elif _BEHIND.match(source.after(date.end(), 40)) or (_OF_KIN.search(before) and _is_long_ago(date[0])):
            yield Found(*date.span(), "birth")


def _is_long_ago(date: str) -> bool:
    year = re.search(r"(?:19|20)\d\d", date)
    return bool(year and year[0] < "2010")
