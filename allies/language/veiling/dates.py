"""Days of the calendar, months and years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allies.language.veiling.detail import Mark

_SEASONS = (
    "winter",
    "winter",
    "spring",
    "spring",
    "spring",
    "summer",
    "summer",
    "summer",
    "autumn",
    "autumn",
    "autumn",
    "winter",
)
_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
MONTHS = (
    {name: number for number, name in enumerate(_NAMES)}
    | {name[:3]: number for number, name in enumerate(_NAMES) if name not in ("march", "may", "december")}
    | {"sept": 8}
)
_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b(?:\.(?= ?\d))?"
_YEAR = r"(?:,? (?:of )?(?:19|20)\d\d\b|,? '\d\d\b)"
_DAY = r"(?:the )?\d{1,2}(?:st|nd|rd|th)?"
_NTH = (
    r"(?:the )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth"
    r"|twentieth|last day)"
)
_LEAD = re.compile(
    r"(?<!\w)(?:(?:on|in|since|until|till|by|from|before|after|around|during|of|early|late|mid|last|this|next"
    r"|every|that|the end of|the"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?) |mid-){1,3}$"
)
_DAY_BEFORE = re.compile(rf"(?:{_DAY}|{_NTH})(?: of)? $")
_BEHIND = re.compile(rf"{_MONTH}(?: (?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?![\d:]))?{_YEAR}?")
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?\d{1,2}(?:st|nd|rd|th)\b")
WEEKDAYS = frozenset(f"{day}day" for day in ["mon", "tues", "wednes", "thurs", "fri", "satur", "sun"])
_NTH_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)(?=$|[.,;!?)\n]| (?:and|he|she|we|i|they|was|it)\b)")
_SLASHED = re.compile(r"(\d{1,2})([/.\-])(\d{1,2})(?:\2(?:19|20)?\d\d)?(?![\d/%])")
_ISO = re.compile(r"(?:19|20)\d\d-\d\d?-\d\d?(?!\d)")
_ALONE = re.compile(
    r"(?:19[3-9]|20[0-4])\d(?:s\b)?(?![\d:/%]|[ -](?:mg|ml|pounds|dollars|people|calories|steps|miles|words))"
)
_BEFORE_YEAR = re.compile(
    r"(?<!\w)(?:(?:in|since|from|until|till|by|before|after|around|back in|of|the (?:spring|summer|autumn"
    r"|fall|winter) of"
    r"|(?:spring|summer|autumn|fall|winter|christmas|xmas|easter|boxing day|thanksgiving|halloween"
    r"|new year's eve)) ){1,3}$"
)
_ON = re.compile(r"(?<!\w)(?:on|since|until|till|by|from|before|after|around|dated) $")
_WORD_MONTHS = frozenset(("may", "march", "mar", "jan", "sep", "dec", "august"))


def in_month(folded: str, at: int, shown: str) -> Iterator[Mark]:
    """Around the name of a month that stands at `at`."""
    found = _BEHIND.match(folded, at)
    if found is None:
        return
    before = folded[max(0, at - 40) : at]
    day = _DAY_BEFORE.search(before)
    start = at - len(day[0]) if day else at
    lead = _LEAD.search(before[: len(before) - len(day[0])] if day else before)
    word = re.match(r"[a-z]+", found[0])
    name = word[0] if word else ""
    figures = day or any(map(str.isdigit, found[0]))
    if name in _WORD_MONTHS and not figures and not (lead and (shown[at].isupper() or name == "may")):
        return
    if not figures and lead is None and not shown[at].isupper() and name not in _NAMES:
        return
    if lead:
        start -= len(lead[0].removeprefix("of ")) if lead[0] != "of " else 0
    yield Mark(start, found.end(), "date", (*_season(MONTHS[name], lead[0] if lead else ""), ""))


def _season(month: int, lead: str) -> tuple[str, ...]:
    if "since" in lead:
        return f"since {_SEASONS[month]}", "for some time"
    return f"in {_SEASONS[month]}", "some time ago"


def weekday(folded: str, at: int) -> Iterator[Mark]:
    if found := _WEEKDAY.match(folded, at):
        lead = re.search(r"(?<!\w)(?:on|last|this|since|until|by) $", folded[max(0, at - 8) : at])
        since = lead is not None and lead[0] == "since "
        instead = ("for some time", "") if since else ("on a weekday", "some time ago", "")
        yield Mark(at - len(lead[0]) if lead else at, found.end(), "date", instead)


def numbered(folded: str, at: int) -> Iterator[Mark]:
    """A day in figures, or a year, that begins at `at`."""
    before = folded[max(0, at - 40) : at]
    if found := _ISO.match(folded, at):
        yield _plain(before, at, found.end())
    elif before[-1:] and before[-1] in "/.-£$€:#":
        return
    elif found := _SLASHED.match(folded, at):
        one, other = int(found[1]), int(found[3])
        whole = len(found[0].split(found[2])) == 3
        surely = whole or (found[2] == "/" and (_ON.search(before) is not None or 12 < max(one, other) < 32))
        if surely and 0 < min(one, other) < 13 and max(one, other) < 32 and found[0] != "24/7":
            yield _plain(before, at, found.end())
    elif found := _ALONE.match(folded, at):
        lead = _BEFORE_YEAR.search(before)
        since = lead is not None and "since" in lead[0]
        yield Mark(
            at - len(lead[0]) if lead else at, found.end(), "date", ("for years" if since else "some years ago", "")
        )
    elif (
        (found := _NTH_DAY.match(folded, at))
        and re.search(r"(?<!\w)(?:on|since|until|till|by|from) (?:the )?$|(?<!\w)of the $", before)
        and int(found[1]) < 32
    ):
        yield _plain(before, at, found.end())


def _plain(before: str, at: int, end: int) -> Mark:
    lead = re.search(r"(?<!\w)(?:(?:on|since|until|till|by|from|around|before|after|the|dated) ){1,2}$", before)
    since = lead is not None and "since" in lead[0]
    return Mark(
        at - len(lead[0]) if lead else at,
        end,
        "date",
        ("for some time" if since else "before long" if lead and "by" in lead[0] else "one day", ""),
    )
