"""Postal addresses: a house and its street, a box, a postcode, a corner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allies.language.identity.lists import cue, one_of, words
from allies.language.identity.source import Found, Source, some

_SURE, _MAYBE = words("cues", "addresses", "sure"), words("cues", "addresses", "maybe")
STREETS = words("cues", "addresses", "plain")
_SHORT = frozenset("st dr ct pl str ter sq rd ave ln".split())  # also an ending, a doctor, a court
_KIND = one_of(_SURE | _MAYBE)
_SHOWN_KIND = one_of(frozenset(word.capitalize() for word in STREETS | {"Rd", "St", "Ave"}))
_TO_LIVE = "lives?|living|live|house|home|place|flat|address|we're|i'm|are|staying|stay|moved|based|come|post|send|over"
_CAP = r"[A-Z][\w'’\-]{1,20}"
_POSTCODE = r"[a-z]{1,2}\d[a-z\d]? ?\d[abd-hjlnp-uw-z]{2}(?![a-z0-9])"
_ZIP = r"\d{5}(?:-\d{4})?(?!\d)"
_ROOM = (
    r"(?:(?:flat|apt|apartment|unit|suite|ste|room|no|number|house|lot|trailer|space)\.? ?#? ?\d{0,4}[a-z]?,? ){0,2}"
)
_BLOCK = r"(?:[a-z][a-z']{2,15} (?:court|house|lodge|mansions|buildings|tower|heights),? )?"
_WORD = r"(?:[a-z][\w'.\-]{0,20} |\d{1,3}(?:st|nd|rd|th) )"
_HOUSE = re.compile(
    rf"(?<![\w$£€.:/#-]){_ROOM}{_BLOCK}(?P<number>\d{{1,5}}[a-z]?(?:[-/]\d{{1,4}}[a-z]?)?),? "
    rf"(?P<street>{_WORD}{{1,4}}?)(?P<kind>{_KIND})\b\.?"
)
_HOUSE_THE = re.compile(rf"(?<![\w$£€.:/#-])\d{{1,4}}[a-z]?,? The {_CAP}(?: {_CAP})?, {_CAP}")
_HOUSE_BEHIND = re.compile(
    rf"(?<![\w$£€.:/#-])\d{{1,5}}[a-z]?,? (?P<kind>{cue('addresses', 'behind')}) [\w\-]{{1,20}}(?: north| south| east| west)?"
)
_BOX = re.compile(r"(?<!\w)(?:p\.? ?o\.? ?box|post office box|(?:rural route|rr|hc) ?\d{1,4},? box) ?#? ?\d{1,6}(?!\w)")
_POSTCODES = re.compile(rf"(?<![\w£$]){_POSTCODE}")
_ZIPS = re.compile(rf"(?<![\w])(?:[A-Z][a-z.]{{1,20}} ?){{1,3}},? (?:[A-Z]{{2}}|[A-Z][a-z]{{3,12}}),? {_ZIP}")
_SIDE = r"(?:[A-Z]|\d{1,3}(?:st|nd|rd|th))[\w'.]{0,20}(?: [A-Z][\w.]{0,20}){0,2}"
_CORNER = re.compile(rf"(?<!\w)[Cc]orner of {_SIDE} (?:and|&) {_SIDE}")
_COTTAGE = re.compile(
    rf"(?:[Tt]he )?(?:{_CAP} ){{1,2}}(?:{one_of(frozenset(word.capitalize() for word in words('cues', 'addresses', 'houses')))}), "
    rf"(?:{_CAP} ){{1,3}}(?:{_SHOWN_KIND})\b"
)
_NAMED = re.compile(
    rf"(?i:\b(?:{_TO_LIVE}|me|us|it)(?: is)?(?: (?:to|at|in|on|me|us|it|over|round)){{0,3}}:? )"
    rf"((?:[Tt]he )?{_CAP}(?: {_CAP}){{0,2}}, (?:{_CAP} ){{1,3}}(?:{_SHOWN_KIND})\b)"
)
_STREET_IN = re.compile(
    rf"(?i:\b(?:{_TO_LIVE})(?: \w{{1,10}}){{0,2}} (?:on|in|at|to|off) )((?:{_CAP} ){{1,3}}(?:{_SHOWN_KIND})(?: in|,) {_CAP})"
)
_SPELLED = re.compile(
    rf"(?i:(?<![\w-])(?:number )?(?:{cue('addresses', 'numbers')})(?:[- ](?:{cue('addresses', 'numbers')}))?(?: hundred)?,? )"
    rf"(?:{_CAP} ){{1,3}}(?:{_SHOWN_KIND})\b"
)
_TOWN = rf"(?:,? (?:in )?[A-Z][a-z'’.]{{1,20}}(?:[ -][A-Z][a-z]{{1,20}}){{0,2}})?"
_MORE = re.compile(
    rf"(?:,? (?:Apt|Apartment|Flat|Unit|Suite|Ste|#)\.? ?#?\w{{1,5}})?{_TOWN}{_TOWN}(?:,? [A-Z]{{2}}\b(?! ?\d[A-Z]))?"
    rf"(?:,? (?:{_ZIP}|(?i:{_POSTCODE})))?"
)
_HERE = re.compile(rf"\b(?:{cue('addresses', 'here')})\b[^.!?\n]{{0,20}}$")
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th|hr|ft|lb|gb|tb|hz|pt|pp|ps)$")
_CODED = re.compile(r"\b(?:postcode|post code|postal code|at|in|is|live|address)\b|, ?$")
_NOT = words("cues", "addresses", "not")
WORDS = _SURE | _MAYBE | frozenset("box corner lives live hwy calle avenida camino fm cr route the".split())


def numbered(source: Source) -> Iterator[Found]:
    """Those with a digit in them."""
    if source.has(WORDS):
        for house in some(_HOUSE.finditer(source.folded)):
            if _is_house(source, house):
                yield _with_town(source, house)
        for each in some(_HOUSE_THE.finditer(source.shown)):
            if _HERE.search(source.before(each.start(), 40)):
                yield Found(*each.span(), "address")
        for each in some(_HOUSE_BEHIND.finditer(source.folded)):
            if each["kind"] not in ("fm", "cr", "via", "route", "highway") or _HERE.search(
                source.before(each.start(), 40)
            ):
                yield _with_town(source, each)
        for each in some(_BOX.finditer(source.folded)):
            yield _with_town(source, each)
    for each in some(_POSTCODES.finditer(source.folded)):
        if _is_postcode(source.shown[each.start() : each.end()], source.before(each.start(), 20)):
            yield Found(*each.span(), "address")
    for each in some(_ZIPS.finditer(source.shown)):
        yield Found(*each.span(), "address")


def named(source: Source) -> Iterator[Found]:
    """Those that need no digit: a house with a name, a street and its town, a corner."""
    for pattern in (_NAMED, _STREET_IN):
        for each in some(pattern.finditer(source.shown)):
            yield Found(*each.span(1), "address")
    for pattern in (_COTTAGE, _SPELLED, _CORNER):
        for each in some(pattern.finditer(source.shown)):
            yield _with_town(source, each)


def _is_house(source: Source, house: re.Match[str]) -> bool:
    between, kind = house["street"].split(), house["kind"]
    if any(word.strip(".,'") in _NOT for word in between):
        return False
    shown = source.shown[house.start("street") : house.end("kind")].split()
    if all(word[0].isupper() or word[0].isdigit() for word in shown):
        return True
    capitals = sum(word[0].isupper() for word in shown)
    if capitals:
        return shown[0][0].isupper() and (kind in _SURE or capitals == len(shown) - 1) and len(shown) < 4
    here = bool(_HERE.search(source.before(house.start(), 40)))
    short = len(between) == 1 and len(between[0]) > 3 and not between[0][0].isdigit()
    if kind in _SURE and kind not in _SHORT:
        return len(between) == 1 or here
    return here and short


def _is_postcode(shown: str, before: str) -> bool:
    if _ORDINAL.search(shown.lower()):
        return False
    return shown.isupper() or (" " in shown and bool(_CODED.search(before)))


def _with_town(source: Source, match: re.Match[str]) -> Found:
    """With the town, the state and the code behind it."""
    more = _MORE.match(source.shown, match.end(), match.end() + 100)
    return Found(match.start(), more.end() if more else match.end(), "address")
