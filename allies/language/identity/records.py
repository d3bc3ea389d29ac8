"""Numbers by which an office, a prison or the police knows somebody: plates, cases, accounts, insurance."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allies.language.identity.lists import cue, phrases
from allies.language.identity.source import Found, Source

_NAMED = re.compile(
    rf"(?:{cue('records', 'named')})(?:'s)?(?![a-z])"
    r"(?: (?:card|id|plates?|file|security|court|case|benefit|policy|account))?"
    r"(?: (?:number|numbers|no|num|nr|id|code|ref|reference|plates?|tags?)\b\.?| ?#| ?№|'s)?"
    r"(?: ?[:=#,(]| is| was| are| reads?| says?| ends? in| begins?| under| of| on (?:it|file) is"
    r"| on (?:the|his|her|their) (?:van|car|truck|bike) (?:is|was)| for (?:him|her|me|us|my \w+) is){0,2}[ \"'“]{0,2}"
)
_GROUP = r"[a-z]{0,4}\d[a-z0-9]{0,24}"
_CODE = re.compile(
    rf"#?(?:{_GROUP}|[a-z]{{2,4}}(?=[ \-/]\d))(?:[ \-/.](?:{_GROUP}|[a-z]{{1,4}}(?![a-z]))){{0,6}}(?![\w])"
)
_PLATES = re.compile(rf"\b(?:{cue('records', 'plates')})\b")
_SURELY = re.compile(rf"(?<!\w)(?:{cue('records', 'surely')})(?!\w)")
_UNITS = re.compile(
    rf"\d+ ?(?:{cue('records', 'units')})\b|\d{{1,2}}[:/.-]\d{{1,2}}(?:[:/.-](?:19|20)?\d\d)?(?![\d:/.-])"
)
_TAIL = re.compile(rf"[ \-/.](?:{cue('records', 'tails')})$")

# So plain that nothing needs to be said about them.
_PLAIN = re.compile(
    r"(?:\d{3}-\d{2}-\d{4}(?![\w-])"  # US social security
    r"|\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}(?![\w-])"  # bank card
    r"|\d{2,4}[ -](?:CR|CF|CV|CM|DV|DR|FA|JV|MM|TR|PR|SC)[ -]\d{3,8}(?:-[A-Z]{1,2})?(?!\w)"  # US courts
    r"|(?:CR|CF|CV|CM|DV|DR|FA|JV)[ -]?\d{2,4}-\d{3,8}(?!\w)"
    r"|[A-Z]{2}\d\d ?[A-Z]{3}(?!\w)"  # UK plate
    r"|[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D](?!\w)"  # UK national insurance
    r"|QQ ?\d\d ?\d\d ?\d\d ?[A-D](?!\w)"
    r"|[A-Z]\d{4}[A-Z]{2}(?!\w))"  # UK prison
)
_JOINED, _JOINING = ("-", "_"), (" ", "-")
_LETTERS = re.compile(r"\b[A-Z]{1,2}[ -]?$")
WORDS = frozenset(entry.split()[0] for entry in phrases("cues", "records", "named"))


def find(source: Source) -> Iterator[Found]:
    reached, shown = 0, source.shown
    for at, end in source.figures:
        lead = _LETTERS.search(shown[max(0, at - 4) : at]) if shown[max(0, at - 2) : at].upper().isupper() else None
        start = at - len(lead[0]) if lead else at
        if start < reached or not (lead or shown[end : end + 1] in _JOINING):
            continue
        before = shown[start - 1 : start]
        if not (before.isalnum() or before in _JOINED) and (plain := _PLAIN.match(shown, start)):
            reached = plain.end()
            yield Found(*plain.span(), "number")
    last = source.figures[-1][0]
    for at, _word in source.places(WORDS):
        if at > last:
            return
        named = _NAMED.match(source.folded, at)
        if named and (found := _code(source, named)):
            yield found


def _code(source: Source, named: re.Match[str]) -> Found | None:
    code = _CODE.match(source.folded, named.end(), named.end() + 40)
    if code is None:
        return None
    words = code[0].lstrip("#")
    while tail := _TAIL.search(words):
        words = words[: tail.start()]
    start = code.end() - len(code[0].lstrip("#"))
    plate = bool(_PLATES.search(named[0]))
    if (_UNITS.match(source.after(start, 24)) and not (plate and " " in words)) or source.folded[
        max(0, start - 1)
    ] in "$£€":
        return None
    figures, letters = sum(map(str.isdigit, words)), sum(map(str.isalpha, words))
    if plate:
        enough = 5 <= figures + letters <= 8 and figures > 0 and (letters > 0 or figures > 5)
    else:
        enough = figures >= (4 if _SURELY.search(named[0]) else 5) and not re.fullmatch(r"(?:19|20)\d\d", words)
    return Found(start, start + len(words), "number") if enough else None
