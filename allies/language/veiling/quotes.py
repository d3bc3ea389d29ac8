"""What somebody said or wrote, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allies.language.veiling.detail import Mark

_MOST = 400  # quotation marks looked at in one text
_DOUBLE = re.compile(r'"[^"\n]{1,600}"')
_SINGLE = re.compile(r"'(?:[^'\n]|'(?=\w)){6,400}'(?!\w)")
_SAID = re.compile(
    r": $|\b(?:says?|said|saying|told|texts?|texted|texting|messages?|messaged|wrote|writes|written|asked"
    r"|asks|shouted|whispered|screamed|answered|replied|posted"
    r"|note|card|letter|message|things|like|goes|went|that|read|reads|signed|tattooed)(?: (?:me|him|her|us"
    r"|back|like|to me|that|it))?[,: ]{0,3}$"
)
_LIKE = re.compile(r"(?:things|messages|texts|stuff|saying|said|texted|texts me|wrote|says)(?: \w+)? like $")
_TALK = re.compile(
    r"\b(?:texts?|messages?|texted|messaged)(?: (?:me|him|her|us))?(?: (?:things|stuff|saying))? (?:like"
    r"|saying) (?P<mark>[a-z][^.!?,\n\"]{6,120}?)(?= and (?:then|i|we|my|he|she)\b|[.!?,\n]|$)"
)
_CODED = re.compile(
    r"\b(?:wrote|texted|said|says|note|messaged|replied|reads?): (?P<mark>[^\n\"]{4,200}?)(?=[.!?\n]|$)"
)
_END = r"(?= (?:and|but|so|then|because|when|while|before|after)\b|[.!?,;:\n\"]|$)"
_REPORTED = re.compile(
    r"\b(?:texted|texts|messaged|messages|emailed|emails|dmed|posted|tweeted|whatsapped|wrote|left (?:(?:me"
    r"|him|her|us) )?(?:a |an )?(?:voicemail|message|note|text))"
    r"(?: (?:me|him|her|us|them|back|to me))?(?: (?:last night|yesterday|today|again))? (?:saying|that|to say"
    r"|to tell me)(?: that)? [^.!?,;:\n\"]{2,160}?" + _END
)
_FEW = 4  # words from which a quotation is told for its own words


def find(folded: str) -> Iterator[Mark]:
    for mark, pattern in (('"', _DOUBLE), ("'", _SINGLE)):
        at, many = folded.find(mark), 0
        while at >= 0 and many < _MOST:
            many += 1
            found = None if mark == "'" and folded[at - 1 : at].isalnum() else pattern.match(folded, at)
            if found and _is_said(folded, found):
                yield _mark(*found.span(), folded)
            at = folded.find(mark, found.end() if found else at + 1)
    for number, each in enumerate(_REPORTED.finditer(folded)):
        if number < _MOST:
            yield Mark(*each.span(), "quote", ("sent a message", "got in touch"))
    if "like" in folded or "saying" in folded or ": " in folded:
        for pattern in (_TALK, _CODED):
            for number, each in enumerate(pattern.finditer(folded)):
                if number < _MOST:
                    yield _mark(*each.span("mark"), folded)


def _mark(start: int, end: int, folded: str) -> Mark:
    written = re.search(r"text|messag|wrote|note|post|card|letter|mail", folded[max(0, start - 40) : start])
    stop = folded[end - 2] if folded[end - 1] in "\"'" and folded[end - 2] in ".!?" else ""
    if folded[end : end + 1] in (".", "!", "?", ",") or (folded[end : end + 2].strip(" ").isalpha() and stop != "."):
        stop = ""
    first = "a few words" if written else "something I remember"
    return Mark(start, end, "quote", (first + (stop and "."), "what was said" + (stop and ".")))


def _is_said(folded: str, found: re.Match[str]) -> bool:
    inside = found[0][1:-1]
    if len(inside.split()) >= _FEW:
        return True
    return bool(_SAID.search(folded[max(0, found.start() - 40) : found.start()])) and any(map(str.isalpha, inside))
