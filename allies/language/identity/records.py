"""Numbers by which an office, a prison or the police knows somebody: plates, cases, accounts, insurance."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allies.language.identity.source import Found, Source, some

_NAMED = re.compile(
    r"\b(?:(?:court |police |crime |criminal )?case|inmate|prisoner|prison|offender|booking|docket|warrant|policy|account|acct|member(?:ship)?|patient|hospital|nhs|chi|"
    r"ssn|social|social security|national insurance|ni|nino|medicaid|medicare|medi-cal|mrn|chart|record|file|claim|reference|ref|crime ref|student|employee|staff|badge|"
    r"collar|license|licence|driver'?s? licen[sc]e|driving licen[sc]e|dl|passport|visa|alien|uscis|vin|iban|sort code|card|debit card|credit card|"
    r"doc|cdcr|tdcj|crn|urn|pnc|probation|parole|incident|report|insurance|group|tax|utr|ein|voucher|id|reg|registration|plates?|number ?plate|licen[sc]e plates?|tags?|rego)"
    r"(?:'s)?(?: (?:card|id|plates?|file|security|court|case|benefit|policy|account))?"
    r"(?: (?:number|numbers|no|num|nr|id|code|ref|reference|plates?|tags?)\b\.?| ?#| ?№|'s)?"
    r"(?: ?[:=#,(]| is| was| are| reads?| says?| ends? in| begins?| under| on (?:it|file) is| of| on (?:the|his|her|their) (?:van|car|truck|bike) (?:is|was)| for (?:him|her|me|us|my \w+) is){0,2}[ \"'“]{0,2}"
)
_CODE = re.compile(
    r"#?([a-z]{0,4}\d[a-z0-9]*|[a-z]{1,4}\d[a-z0-9]*|\d[a-z0-9]*|[a-z]{2,4}(?=[ \-/]\d))(?:[ \-/.]([a-z]{0,4}\d[a-z0-9]*|[a-z]{1,4}(?![a-z])|\d+[a-z]*)){0,6}"
)
_PLATES = re.compile(r"\b(?:reg|registration|plates?|tags?|rego|number ?plate)\b")
_NUMBER = re.compile(
    r"\b(?:number|no\.?|num|nr|#|id|ref|code|ssn|nhs|mrn|vin|iban|nino|inmate|prisoner|docket|passport|medicaid|sort code|doc|cdcr|tdcj)"
)
_UNITS = re.compile(
    r"^(?:\d+ ?(?:am|pm|st|nd|rd|th|mg|ml|kg|lbs?|k|yrs?|years?|months?|weeks?|days?|hours?|hrs?|mins?|minutes?|percent|miles?|of|pages?|times?|people|women|men|other|in|dollars|pounds|quid)\b|\d{1,2}[:/.-]\d{1,2}(?:[:/.-]\d{2,4})?\b(?!\d)(?!-\d))"
)
_TAIL = re.compile(
    r"[ \-/.](?:on|in|is|at|to|if|and|or|the|for|but|so|he|she|it|we|i|you|a|an|my|of|as|by|up|do|now|they|was|has|his|her|who|not|all|are|am|me|no|us)$"
)

# So plain that nothing needs to be said about them.
_PLAIN = re.compile(
    r"(?<![\w-])(?:\d{3}-\d{2}-\d{4}(?![\w-])"  # US social security
    r"|\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}(?![\w-])"  # bank card
    r"|\d{2,4}[ -](?:CR|CF|CV|CM|DV|DR|FA|JV|CM|MM|TR|PR|SC)[ -]\d{3,8}(?:-[A-Z]{1,2})?(?!\w)"  # US courts
    r"|(?:CR|CF|CV|CM|DV|DR|FA|JV)[ -]?\d{2,4}-\d{3,8}(?!\w)"
    r"|[A-Z]{2}\d\d ?[A-Z]{3}(?!\w)"  # UK plate
    r"|[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D](?!\w)"  # UK national insurance
    r"|QQ ?\d\d ?\d\d ?\d\d ?[A-D](?!\w)"
    r"|[A-Z]\d{4}[A-Z]{2}(?!\w))"  # UK prison
)


def find(source: Source) -> Iterator[Found]:
    for plain in some(_PLAIN.finditer(source.shown)):
        yield Found(*plain.span(), "number")
    for named in some(_NAMED.finditer(source.folded)):
        if found := _code(source, named):
            yield found


def _code(source: Source, named: re.Match[str]) -> Found | None:
    code = _CODE.match(source.folded, named.end(), named.end() + 40)
    if code is None:
        return None
    words = code[0].lstrip("#")
    while tail := _TAIL.search(words):
        words = words[: tail.start()]
    start = code.end() - len(code[0].lstrip("#"))
    if _UNITS.match(source.after(start, 20)) or source.folded[max(0, start - 1)] in "$£€":
        return None
    figures, letters = sum(each.isdigit() for each in words), sum(each.isalpha() for each in words)
    if _PLATES.search(named[0]):
        enough = 5 <= figures + letters <= 8 and figures > 0 and (letters > 0 or figures > 5)
    else:
        enough = figures >= (4 if _NUMBER.search(named[0]) else 5) and not re.fullmatch(r"(?:19|20)\d\d", words)
    return Found(start, start + len(words), "number") if enough else None
