"""Postal addresses: a house and its street, a box, a postcode, a corner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allies.language.identity.lists import one_of, words
from allies.language.identity.source import Found, Source, some

# Words that hardly end anything but a street's name, and words that also mean something else.
_SURE = "street|road|avenue|boulevard|blvd|lane|crescent|terrace|ave|rd|st|str|cres|parkway|pkwy|highway|hwy|cul-de-sac|mews"
_MAYBE = (
    "drive|dr|close|court|ct|place|pl|way|gardens|gdns|square|sq|rise|grove|walk|row|hill|view|end|green|park|circle|cir|trail|trl|loop|path|pass|"
    "ridge|run|spur|point|bend|quay|wharf|parade|vale|croft|bank|heights|meadow|meadows|mount|mead|wynd|brae|gate|fold|garth|villas|cottages|buildings|"
    "yard|alley|crossing|cove|landing|hollow|glen|ln|ter|terr|plaza|estate|common|side|field|fields|causeway|broadway|embankment|drove|dene|chase|approach|copse|orchard|station"
)
_STATE = (
    "a[lkzr]|c[aot]|de|fl|ga|hi|i[dlna]|k[sy]|la|m[edainsot]|n[evhjmycd]|o[hkr]|pa|ri|s[cd]|t[nx]|ut|v[ta]|w[aviy]|dc"
)
_POSTCODE = r"[a-z]{1,2}\d[a-z\d]? ?\d[abd-hjlnp-uw-z]{2}(?![a-z0-9])"
_ZIP = r"\d{5}(?:-\d{4})?(?!\d)"
_ROOM = (
    r"(?:(?:flat|apt|apartment|unit|suite|ste|room|no|number|house|lot|trailer|space)\.? ?#? ?\d{0,4}[a-z]?,? ){0,2}"
)
_WORD = r"(?:[a-z][\w'.\-]{0,20} |\d{1,3}(?:st|nd|rd|th) )"
_HOUSE = re.compile(
    rf"(?<![\w$£€.:/#-]){_ROOM}(?:[a-z][a-z']{{2,15}} (?:court|house|lodge|mansions|buildings|tower|heights),? )?(\d{{1,5}}[a-z]?(?:[-/]\d{{1,4}}[a-z]?)?),? ({_WORD}{{1,4}}?)({_SURE}|{_MAYBE})\b\.?"
)
_HOUSE_BACK = re.compile(
    r"(?<![\w$£€.:/#-])\d{1,5}[a-z]?,? (?:calle|avenida|camino|paseo|via|rue|county road|county rd|state route|state road|state highway|us highway|"
    r"highway|hwy|route|farm road|fm|cr|rural route|ranch road|forest road) [\w\-]{1,20}(?: [A-Z][a-z]{1,20})?"
)
_BOX = re.compile(r"(?<!\w)(?:p\.? ?o\.? ?box|post office box|(?:rural route|rr|hc) ?\d{1,4},? box) ?#? ?\d{1,6}(?!\w)")
_POSTCODES = re.compile(rf"(?<![\w£$]){_POSTCODE}")
_ZIPS = re.compile(
    rf"(?<![\w])(?:[A-Z][a-z.]{{1,20}} ){{1,3}}?(?:[A-Z]{{2}}) {_ZIP}|(?<![\w])(?:[A-Z][a-z.]{{1,20}} ?){{1,3}}, (?:[A-Z]{{2}}|[A-Z][a-z]{{3,12}}) {_ZIP}"
)
_CORNER = re.compile(
    r"(?<!\w)[Cc]orner of ((?:[A-Z]|\d{1,3}(?:st|nd|rd|th))[\w'.]{0,20}(?: [A-Z][\w.]{0,20}){0,2} (?:and|&) (?:[A-Z]|\d{1,3}(?:st|nd|rd|th))[\w'.]{0,20}(?: [A-Z][\w.]{0,20}){0,2})"
)
_NAMED = re.compile(
    rf"(?i:\b(?:lives?|living|live|address is|address:|staying|stay|come|post|send|house is|we're|i'm|based|us|me|it|over)(?: (?:to|at|in|on|me|us|it|over|round)){{0,3}}:? )"
    rf"((?:[Tt]he )?[A-Z][\w'’]{{1,20}}(?: [A-Z][\w'’]{{1,20}}){{0,2}}, (?:[A-Z][\w'’]{{1,20}} ){{1,3}}(?:{'|'.join(each.capitalize() for each in _SURE.split('|') + _MAYBE.split('|'))})\b(?:, [A-Z][a-z]+(?: [A-Z][a-z]+)?)?)"
)
_STREET_IN = re.compile(
    r"(?i:\b(?:lives?|living|live|house|home|place|flat|we're|i'm|are|staying|moved)(?: \w{1,10}){0,2} (?:on|in|at|to|off) )"
    r"((?:[A-Z][\w'’]{1,20} ){1,3}(?:Street|Road|Avenue|Lane|Drive|Close|Crescent|Terrace|Court|Way|Grove|Ave|Rd|St|Blvd|Boulevard|Gardens|Place|Row|Rise|Mews)(?: in|,) [A-Z][a-z]+(?: [A-Z][a-z]+)?)"
)
_NUMBER_WORDS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
_SPELLED = re.compile(
    rf"(?i:(?<![\w-])(?:number )?(?:{one_of(_NUMBER_WORDS)})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?(?: hundred)?,? )(?:[A-Z][\w'’]{{1,20}} ){{1,3}}(?:Street|Road|Avenue|Lane|Drive|Close|Crescent|Terrace|Court|Way|Grove|Ave|Rd|Gardens|Place|Row|Rise|Mews|Boulevard|Blvd)\b"
)
_MORE = re.compile(
    rf"(?:,? (?:Apt|Apartment|Flat|Unit|Suite|Ste|#)\.? ?#?\w{{1,5}})?(?:,? (?:in )?[A-Z][a-z'’.]{{1,20}}(?:[ -][A-Z][a-z]{{1,20}}){{0,2}})?(?:,? (?:in )?[A-Z][a-z'’.]{{1,20}}(?: [A-Z][a-z]{{1,20}})?)?(?:,? [A-Z]{{2}}\b(?! ?\d[A-Z]))?(?:,? (?:{_ZIP}|(?i:{_POSTCODE})))?"
)
_HERE = re.compile(
    r"\b(?:live|lives|living|lived|address|house|home|flat|place|we're|i'm|im|he's|she's|at|to|is|send|post|parcel|come|drop|us|round|pick ?up|number|from)\b[^.!?\n]{0,20}$"
)
_NOT = frozenset(
    """minutes minute mins min hours hour hrs days day weeks week months month years year yrs miles mile yards yard feet foot blocks block houses doors
    streets steps step times people kids men women of the a an down up along off on in at to from by for with and or but more other different long small
    big wrong right different cars bedroom bed bedrooms room rooms story storey floors old new hour's minute's day's days' week's months' pounds dollars
    quid percent km kilometres meters metres metre inches lb lbs kg cups acre acres per out into over my our his her their your this that these those
    we he she they it i you is was are were who lads boys girls meetings lanes roads avenues car drive hard full half way ways great good times only
    am pm mg ml st rd nd th past across through around about near next between under outside inside behind after before since until till court drives""".split()
)
POSTCODE = re.compile(r"\d[a-z]{2}\b")
WORDS = frozenset(f"{_SURE}|{_MAYBE}".split("|")) | {
    "box",
    "corner",
    "lives",
    "live",
    "hwy",
    "calle",
    "avenida",
    "fm",
    "cr",
}
STREETS = frozenset(
    "street road avenue lane drive close crescent terrace court way grove ave rd st blvd boulevard gardens place row rise mews".split()
)


def numbered(source: Source) -> Iterator[Found]:
    """Those with a digit in them."""
    if source.has(WORDS):
        for house in some(_HOUSE.finditer(source.folded)):
            if _is_house(source, house):
                yield _with_town(source, *house.span())
        for pattern in (_HOUSE_BACK, _BOX):
            for each in some(pattern.finditer(source.folded)):
                if pattern is _BOX or "box" not in each[0] and not re.match(r"\d{1,5} (?:fm|cr|via|route)\b", each[0]):
                    yield _with_town(source, *each.span())
        for corner in some(_CORNER.finditer(source.shown)):
            yield Found(*corner.span(), "address")
    for each in some(_POSTCODES.finditer(source.folded)):
        if _is_postcode(source.shown[each.start() : each.end()], source.before(each.start(), 20)):
            yield Found(*each.span(), "address")
    for each in some(_ZIPS.finditer(source.shown)):
        yield Found(*each.span(), "address")


def named(source: Source) -> Iterator[Found]:
    """Those without a digit: a house with a name, a street and its town, a corner."""
    for pattern in (_NAMED, _STREET_IN):
        for each in some(pattern.finditer(source.shown)):
            yield _with_town(source, *each.span(1))
    for each in some(_SPELLED.finditer(source.shown)):
        yield _with_town(source, *each.span())
    for each in some(_CORNER.finditer(source.shown)):
        yield Found(*each.span(), "address")


def _is_house(source: Source, house: re.Match[str]) -> bool:
    between = house[2].split()
    if any(word.strip(".,'") in _NOT for word in between):
        return False
    kind, shown = house[3], source.shown[house.start(2) : house.end(3)].split()
    capital = all(word[:1].isupper() or word[:1].isdigit() for word in shown)
    if capital or (shown[0][:1].isupper() and shown[-1][:1].islower() and kind in _SURE.split("|")):
        return True
    if any(word[:1].isupper() for word in shown) and len(shown) > 2:
        return False
    here = _HERE.search(source.before(house.start(), 40))
    if kind in ("st", "dr", "ct", "pl", "str", "ter", "sq"):
        return bool(here) and len(between) == 1 and len(between[0]) > 3
    if kind in _SURE.split("|"):
        return len(between) == 1 or bool(here)
    return bool(here) and len(between) == 1 and len(between[0]) > 3 and not between[0].isdigit()


def _is_postcode(shown: str, before: str) -> bool:
    if re.search(r"\d(?:st|nd|rd|th|hr|ft|lb|gb|tb|hz|pt|pp|ps)$", shown.lower()):
        return False
    return shown.isupper() or (
        " " in shown and bool(re.search(r"\b(?:postcode|post code|postal code|at|in|is|live|address)\b|, ?$", before))
    )


def _with_town(source: Source, start: int, end: int) -> Found:
    """With the town, the state and the code behind it."""
    more = _MORE.match(source.shown, end, end + 100)
    return Found(start, more.end() if more else end, "address")
