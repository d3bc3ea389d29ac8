"""Postal addresses: a house and its street, a box, a postcode, a corner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allies.language.identity.lists import cue, one_of, words
from allies.language.identity.source import Found, Source

_SURE, _MAYBE = words("cues", "addresses", "sure"), words("cues", "addresses", "maybe")
_PLAIN, _HOUSES = words("cues", "addresses", "plain"), words("cues", "addresses", "houses")
_SHORT = {"st", "dr", "ct", "pl", "str", "ter", "sq", "rd", "ave", "ln"}  # also an ending, a doctor, a court
_KIND = one_of(_SURE | _MAYBE)
_SHOWN_KIND = one_of(frozenset(word.capitalize() for word in _PLAIN | {"rd", "st", "ave"}))
_SHOWN_HOUSE = one_of(frozenset(word.capitalize() for word in _HOUSES))
_TO_LIVE = (
    "lives?|living|live|house|home|place|flat|farm|cottage|bungalow|caravan|pub|shop|address|"
    "we're|i'm|are|staying|stay|moved|based|come|post|send|over"
)
_CAP = r"[A-Z][\w'’\-]{1,20}"
_POSTCODE = r"[a-z]{1,2}\d[a-z\d]? ?\d[abd-hjlnp-uw-z]{2}(?![a-z0-9])"
_ZIP = r"\d{5}(?:-\d{4})?(?!\d)"
_WORD = r"(?:[a-z][\w'.\-]{0,20} |\d{1,3}(?:st|nd|rd|th) )"

# From a number on.
_HOUSE = re.compile(rf"\d{{1,5}}[a-z]?(?:[-/]\d{{1,4}}[a-z]?)?,? (?P<street>{_WORD}{{1,4}}?)(?P<kind>{_KIND})\b\.?")
_HOUSE_THE = re.compile(rf"\d{{1,4}}[a-z]?,? The {_CAP}(?: {_CAP})?, {_CAP}")
_HOUSE_BEHIND = re.compile(
    rf"\d{{1,5}}[a-z]?,? (?P<kind>{cue('addresses', 'behind')}) [\w\-]{{1,20}}(?: north| south| east| west)?"
)
_FLAT = re.compile(
    rf"\b(?:[Ff]lat|[Aa]pt|[Aa]partment|[Uu]nit)\.? ?#?\w{{1,4}},? (?:{_CAP} ){{1,3}}"
    rf"(?:House|Court|Towers?|Lodge|Mansions|Heights|Point|Buildings?|Apartments|Place|Block)\b(?:, {_CAP})?"
)
_HOUSE_APT = re.compile(
    rf"\d{{1,5}} (?:[NSEW]\.? )?(?:{_CAP} ){{0,2}}{_CAP},? (?:Apt|Apartment|Flat|Unit|Ste)\b\.? ?#?\w{{1,4}}"
)
_ZIP_ALONE = re.compile(_ZIP)
_POSTCODE_ALONE = re.compile(_POSTCODE)
# Up to a number.
_ROOM = re.compile(
    r"(?:(?:\b(?:flat|apt|apartment|unit|suite|ste|room|no|number|house|lot|trailer|space)"
    r"\.? ?#? ?\d{0,4}[a-z]?,? ){1,2}"
    r"(?:[a-z][a-z']{2,15} (?:court|house|lodge|mansions|buildings|tower|heights),? )?"
    r"|\b[a-z][a-z']{2,15} (?:court|house|lodge|mansions|buildings|tower|heights), )$"
)
_BOX = re.compile(
    r"\b(?:(?:mine's|mine is|my|our|his|her|it's) box|p\.? ?o\.? ?box|post office box"
    r"|(?:rural route|rr|hc) ?\d{1,4},? box) ?#? ?$"
)
_TOWN_STATE = re.compile(r"(?<!\w)(?:[A-Z][a-z.]{1,20} ?){1,3},? (?:[A-Z]{2}|[A-Z][a-z]{3,12}),? $")
_LETTERS = re.compile(r"(?<![\w£$])[a-z]{1,2}$")
_NO_HOUSE = ("$", "£", "€", ".", ":", "/", "#", "-", "_")

# Around a word for a street or a house.
_SIDE = r"(?:[A-Z]|\d{1,3}(?:st|nd|rd|th))[\w'.]{0,20}(?: [A-Z][\w.]{0,20}){0,2}"
_CORNER = re.compile(rf"[Cc]orner of {_SIDE} (?:and|&) {_SIDE}")
_COTTAGE = re.compile(rf"(?:[Tt]he )?(?:{_CAP} ){{1,2}}(?:{_SHOWN_HOUSE}), (?:{_CAP} ){{1,3}}(?:{_SHOWN_KIND})\b")
_NAMED = re.compile(
    rf"(?i:\b(?:{_TO_LIVE}|me|us|it)(?: is)?(?: (?:to|at|in|on|me|us|it|over|round)){{0,3}}:? )"
    rf"(?P<mark>(?:[Tt]he )?{_CAP}(?: {_CAP}){{0,2}}, (?:{_CAP} ){{1,3}}(?:{_SHOWN_KIND})\b)"
)
_NUMBER_BEHIND = re.compile(rf"(?:{_CAP} ){{1,2}}(?:{_SHOWN_KIND}),? (?i:number|no\.?|flat|apt\.?|unit|#) ?\d{{1,4}}\b")
_BEHIND_COMMA = re.compile(rf", (?:{_CAP} ){{1,3}}(?:{_SHOWN_KIND})\b")
_IN_TOWN = re.compile(rf" (?:{_SHOWN_KIND})(?: in|,) [A-Z]")
_STREET_IN = re.compile(
    rf"(?i:\b(?:{_TO_LIVE})(?: \w{{1,10}}){{0,2}} (?:on|in|at|to|off) )"
    rf"(?P<mark>(?:{_CAP} ){{1,3}}(?:{_SHOWN_KIND})(?: in|,) {_CAP})"
)
_SPELLED = re.compile(
    rf"(?i:(?<![\w-])(?:number )?(?:{cue('addresses', 'numbers')})(?:[- ](?:{cue('addresses', 'numbers')}))?"
    rf"(?: hundred)?,? )(?:{_CAP} ){{1,3}}(?:{_SHOWN_KIND})\b"
)
_TOWN = r"(?:,? (?:in )?[A-Z][a-z'’.]{1,20}(?:[ -][A-Z][a-z]{1,20}){0,2})?"
_MORE = re.compile(
    rf"(?:,? (?:Apt|Apartment|Flat|Unit|Suite|Ste|#)\.? ?#?\w{{1,5}})?{_TOWN}{_TOWN}(?:,? [A-Z]{{2}}\b(?! ?\d[A-Z]))?"
    rf"(?:,? (?:{_ZIP}|(?i:{_POSTCODE})))?"
)
_HERE = re.compile(rf"\b(?:{cue('addresses', 'here')})\b[^.!?\n]{{0,20}}$")
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th|hr|ft|lb|gb|tb|hz|pt|pp|ps)$")
_CODED = re.compile(r"\b(?:postcode|post code|postal code|at|in|is|live|address)\b|, ?$")
_NOT = words("cues", "addresses", "not")
_FLATS = ("flat", "apt", "partment", "unit")
STREETS = _PLAIN | {"corner"}
NUMBERS = words("cues", "addresses", "numbers")
WORDS = (
    _SURE
    | _MAYBE
    | {
        "box",
        "hwy",
        "calle",
        "avenida",
        "camino",
        "paseo",
        "rue",
        "fm",
        "cr",
        "route",
        "flat",
        "apt",
        "apartment",
        "unit",
    }
)


def numbered(source: Source) -> Iterator[Found]:
    """Those with a digit in them."""
    streets, folded = source.has(WORDS) or " The " in source.shown, source.folded
    for at, end in source.figures:
        if streets and (found := _house(source, at)):
            yield found
        elif folded[at - 1 : at].isalpha() and (code := _POSTCODE_ALONE.match(folded, _first_letter(source, at))):
            if _is_postcode(source.shown[code.start() : code.end()], source.before(code.start(), 20)):
                yield Found(*code.span(), "address")
        elif end - at == 5 and (town := _TOWN_STATE.search(source.shown[max(0, at - 70) : at])):
            code = _ZIP_ALONE.match(folded, at)
            yield Found(at - len(town[0]), code.end() if code else end, "address")


def named(source: Source) -> Iterator[Found]:
    """Those that need no digit: a house with a name, a street and its town, a corner."""
    for at, word in source.places(STREETS):
        if word == "corner":
            if corner := _CORNER.match(source.shown, at):
                yield Found(*corner.span(), "address")
        elif source.shown[at].isupper():
            for pattern in _patterns(source, at):
                if (each := pattern.search(source.shown, max(0, at - 90), at + 60)) and each.end() > at:
                    start = each.start("mark") if "mark" in each.re.groupindex else each.start()
                    yield _with_town(source, start, each.end())


def _patterns(source: Source, at: int) -> Iterator[re.Pattern[str]]:
    """Those of which all signs and small words are there."""
    shown, start, end = source.shown, max(0, at - 90), at + 60
    behind_comma = _BEHIND_COMMA.search(shown, start, end)
    if behind_comma:
        yield _NAMED
    if source.figures:
        yield _NUMBER_BEHIND
    if _IN_TOWN.search(shown, start, end):
        yield _STREET_IN
    if behind_comma:
        yield _COTTAGE
    if source.has(NUMBERS):
        yield _SPELLED


def _house(source: Source, at: int) -> Found | None:
    before = source.before(at, 60)
    if "box" in before[-6:] and (box := _BOX.search(before)):
        end = re.match(r"\d{1,6}", source.after(at, 6))
        return _with_town(source, at - len(box[0]), at + len(end[0])) if end else None
    if before[-1:].isalnum() or before.endswith(_NO_HOUSE):
        return None
    house = _HOUSE.match(source.folded, at)
    if house and _is_house(source, house):
        room = _ROOM.search(before)
        return _with_town(source, at - len(room[0]) if room else at, house.end())
    if (the := _HOUSE_THE.match(source.shown, at)) and _HERE.search(before[-40:]):
        return Found(*the.span(), "address")
    if apart := _HOUSE_APT.match(source.shown, at):
        return _with_town(source, *apart.span())
    behind = _HOUSE_BEHIND.match(source.folded, at)
    if behind and (
        (len(behind[0].split()[0]) > 2 and behind[0][-1].isdigit())
        or behind["kind"] not in ("fm", "cr", "via", "route", "highway")
        or _HERE.search(before[-40:])
    ):
        return _with_town(source, *behind.span())
    near = before[-12:]
    if not any(map(near.__contains__, _FLATS)):
        return None
    flat = _FLAT.search(source.shown, max(0, at - 12), at + 60)
    return Found(*flat.span(), "address") if flat and flat.start() < at else None


def _first_letter(source: Source, at: int) -> int:
    """Where a postcode begins whose first figure stands at `at`."""
    letters = _LETTERS.search(source.before(at, 3))
    return at - len(letters[0]) if letters else at


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


def _with_town(source: Source, start: int, end: int) -> Found:
    """With the town, the state and the code behind it."""
    more = _MORE.match(source.shown, end, end + 100)
    return Found(start, more.end() if more else end, "address")
