"""Somebody pinned down by school, work, team, church or unit together with a place, though no name is said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allies.language.identity.lists import cue, one_of, words
from allies.language.identity.source import Found, Source

_VERBS, _PLAYS = words("roles", "verbs", "work"), words("roles", "verbs", "play")
_TRADES, _UNIQUE = words("roles", "trades", "words"), words("roles", "trades", "unique")
_SMALL, _SCHOOL = one_of(words("roles", "places", "small")), one_of(words("roles", "places", "schools"))
_ONE, _FIRMS, _VEHICLES = cue("quasi", "one"), cue("quasi", "firms"), cue("quasi", "vehicles")
_COLLEGE = cue("quasi", "colleges")
_LARGE, _TIMES = words("places", "large"), words("words", "times")
_OWNS = frozenset({"runs", "run", "ran", "owns", "own", "owned", "owner", "manages", "manage", "managed", "manager"})
_RUNS = words("roles", "verbs", "own") | {"owned", "work", "worked", "working", "cuts"}
_CLASSES = frozenset({"class", "course", "orchestra", "choir"})
WORK = _VERBS | _PLAYS | _TRADES | _CLASSES | {"only", "ward", "wing", "boss", "job", "keeps", "parish"}
FIRM = frozenset(word.lower() for word in words("cues", "quasi", "firms"))
_SCHOOL_WORDS = frozenset(word.lower() for word in words("roles", "places", "schools"))
_CLASS_WORDS = frozenset({"class", "form", "homeroom"})
SCHOOL, _NO_PLACE = _SCHOOL_WORDS | _CLASS_WORDS, _LARGE | _TIMES

_CAP = r"[A-Z][\w'’&\-]{1,24}\.?"
_CAPS = rf"{_CAP}(?: {_CAP}){{0,3}}"
_COUNTED = r"\d{1,3}(?:st|nd|rd|th)"
_ORG = rf"(?:{_CAP}|{_COUNTED})(?: (?:and |& |of |of the |the |to )?(?:{_CAP}|{_COUNTED}|\d{{1,3}}\b)){{0,5}}"
_PLACE = rf"(?:the )?(?P<place>{_CAP}(?:[ \-](?:on|under|upon|le|by|in)?[ \-]?{_CAP}){{0,2}})"
_IN = r"(?:,? (?:over |down |up |out |back |here )?(?:in|near|outside)|,) "
_STREET = rf"(?: on (?:the )?{_CAP}(?: (?:{_CAP}|\d{{1,3}})){{0,2}})?"
_BODY = rf"(?P<body>(?:the |our |a )?{_ORG}(?: [a-z][a-z'\-]{{1,15}}){{0,3}}?)"
_SOME = r"(?:,? [\w\-'#&]{1,16})"

_PATTERNS = {
    # “fixes lifts for Calloway Hoists in Barnsley”, “receptionist at Briarcliff Dental in Kalispell”
    "employed": rf"[\w\-']{{2,16}}{_SOME}{{0,8}}? (?:at|for|with|of|from|in|on|to|behind) (?:the )?"
    rf"{_BODY}{_STREET}{_IN}{_PLACE}",
    # “a guard at the state prison in Ely”
    "one": rf"[\w\-']{{2,16}}{_SOME}{{0,3}}? (?:at|for|in|on) (?:the|our) (?:only |new |old |local |little )?"
    rf"(?:{_ONE}) (?:in|at|near|outside|on) {_PLACE}",
    # “runs the bakery on the square in Yuma”
    "business": r"(?:runs?|ran|owns?|owned|manages?|managed|opened|keeps|"
    r"works?(?:ed|ing)? (?:at|in|for|behind)|has|cuts hair (?:at|in)) "
    rf"(?P<mark>(?:the|our|that|[A-Z]\w+['’]s) (?:[\w'’&\-]{{1,16}} ){{0,3}}?(?:{_SMALL})(?: [a-z'’]{{2,12}}){{0,6}}? "
    rf"(?:in|on|at|near|outside) {_PLACE}(?:{_IN}{_CAP})?)",
    # “manages the Dollar General in Tonopah”
    "owner": r"(?:runs?|ran|owns?|owned|manages?|managed|managing|manager of|owner of) (?:the |a )?"
    rf"{_BODY}{_STREET}{_IN}{_PLACE}",
    # “the wrestling coach at Kettle Falls High”, “in the welding class at Brackwater College”
    "school": rf"[\w\-']{{2,16}}{_SOME}{{0,6}}? (?:at|for|to|in|with) (?:the )?"
    rf"(?P<place>(?:{_CAP} ){{1,3}}(?:{_SCHOOL}|{_COLLEGE})(?: School)?)(?! (?:{cue('quasi', 'gathered')}))\b",
    # “keeps goal for Harrowgate Rovers”
    "keeps": rf"(?:keeps|kept) (?:goal|wicket) for (?:the )?(?P<place>{_CAPS})",
    # “drives the number 12 bus in Boise”
    "drives": r"(?:drives?|drove|driving|driver|drivers|conductor)(?: (?:of|on))? "
    rf"(?P<mark>(?:the |route )?(?:(?:number |no\.? ?|#)?[A-Z]?\d{{1,3}}[A-Z]? (?:{_VEHICLES})"
    rf"|{cue('quasi', 'rounds')})"
    rf"(?: [a-z]{{2,10}}){{0,3}} (?:in|to|from|for|through|out of|between|around) {_PLACE})",
    # “plays hooker for Otley”
    "team": rf"[\w\-]{{3,16}}(?: (?!for\b)[\w\-']{{1,14}}){{0,4}} for (?:the )?(?P<place>{_CAPS})",
    # “captain of the Whitby Town under 15s”
    "side": rf"[\w\-']{{3,16}}(?: [\w\-']{{1,14}}){{0,4}}? (?:of|in|on|for|with|to) (?:the )?(?P<place>{_CAPS})"
    rf"(?:['’]s)?(?: [a-z]{{3,12}}){{0,2}} (?:{cue('quasi', 'sides')}|under[ -]\d{{1,2}}s?|u\d{{1,2}}s?)\b",
    # “nurse on ward 7 at Leeds General”
    "unit": r"[\w\-]{2,16}(?: [\w\-']{1,12}){0,3}? (?:on|in|at|of|from) (?:the )?(?:[Ww]ard|[Ww]ing|unit|floor|"
    r"[Ss]tation|block|bay|watch|truck|engine|ladder|platoon|company|precinct|squad) \w{1,4},? (?:at|of|in) (?:the )?"
    rf"(?P<place>{_CAPS})",
    "ward": rf"(?:[Ww]ard|[Ww]ing) \w{{1,3}},? (?:at|of|in) (?:the )?(?P<place>{_CAPS})",
    "office": rf"(?:parish (?:clerk|priest|councillor|nurse)|chief constable|"
    rf"{one_of(_UNIQUE)}) (?:of|in|for|at) {_PLACE}",
    "only": rf"only (?:[\w'’\-]{{2,14}} ){{0,3}}?(?:{one_of(words('roles', 'trades', 'only'))})"
    rf"(?:[ \-][\w'’\-]{{1,14}}){{0,4}}? (?:in|on|at|for|from|this side of) (?:the )?(?P<place>{_CAPS})"
    rf"(?:(?: [a-z]{{3,12}}){{0,2}}(?: in {_CAP}(?: {_CAP})?))?",
}
_COMPILED = {name: re.compile(pattern) for name, pattern in _PATTERNS.items()}
_CAPITAL = re.compile(r" [A-Z]")
LINKED = re.compile(r" (?:at|for|in|on|of|with|from|to|near|behind|outside) (?:(?:the|our) )?[A-Z\d][\w'’]")
_TEACHER = r"(?:Mrs|Mr|Miss|Ms)\.? [A-Z]\w+['’]s? (?:\w+ )?(?:class|form|homeroom|group|room)"
_SCHOOLS = re.compile(
    rf"(?:[A-Z][\w'’.]{{1,20}} ){{1,4}}(?:{_SCHOOL})(?: School| High| Academy)?"
    rf"(?:{_IN}{_PLACE}|(?P<class>,? (?:in )?{_TEACHER}))(?:, (?:in )?{_TEACHER})?"
)
_CLASS = re.compile(rf"{_TEACHER},? (?:at|in) (?P<place>{_CAPS})(?P<class>)")
_FIRM = re.compile(
    rf"(?:'s|\bis|\bwas|\b[Hh]es|\b[Ss]hes|'m|\b[Ii]m|'re|\bare|[Ss]he's|[Hh]e's) "
    r"(?:now |still |just |based |working )?(?:at|with) "
    rf"(?P<mark>(?:{_CAP} |and |& ){{0,4}}(?:{_FIRMS}){_STREET}{_IN}{_PLACE})"
)
_FAMILY = re.compile(rf"(?P<mark>{_CAP} (?:and|&) (?:Sons?|Daughters?|Bros|Brothers)(?: {_CAP})?{_IN}{_PLACE})")
_TITLE, _SHOWN_SCHOOL = re.compile(r"M(?:rs|r|iss|s)\b"), re.compile(rf" (?:{_SCHOOL})")
_SMALL_SCHOOL = re.compile(
    r"\b(?:at|to|attends|starts|started) (?P<mark>(?P<school>[a-z]{3,14}) (?:middle|high|elementary|primary|infants|"
    r"juniors|academy)(?: school)? in (?P<place>[a-z]{4,14}))\b"
)
_SOMEBODY = re.compile(rf"\b(?:{cue('quasi', 'somebody')})\b")
_OTHERS = re.compile(rf"\b(?:{cue('quasi', 'others')}) (?:[\w\-]+ ){{0,2}}$")
_COPULA = re.compile(
    r"(?:'s|\bis|\bwas|\bam|'m|\bas|\bare|\bim|\bhes|\bshes|\bbe|\bbeen|\bbecame|\bmy|,|\bboth|'re) "
    r"(?:now |still |also |actually |only )?(?:the|a|an) (?:[\w\-]+ ){0,3}$"
)
_MEETS = re.compile(rf"\b(?:{cue('quasi', 'meets')})\b")
_TREATMENT = re.compile(rf"\b(?:{cue('quasi', 'treatment')})\b")
_FEW = re.compile(r" ?(?!(?:the|a|an|my|our|his|her|their|this|that|any|no|one|some) )(?:[\w\-]{2,14} ){0,2}")
_SPEAKS = re.compile(r" (?:said|says|told|tells|was|were|is|are|rang|called|explained|thinks|asked|gave|helped|sat)\b")
_AND = re.compile(r" (?:and|but|or) [a-z]")  # another clause, not “Pike and Sons”
_END = re.compile(r"[!?\n;.](?:(?<!\.)|(?<!\bSt\.)(?<!\bMt\.)(?<!\bNo\.)(?= |$))")
_NO_SCHOOL = words("cues", "quasi", "no_school")


def at_work(source: Source) -> Iterator[Found]:
    """Beside WORK words, in a text where LINKED is found."""
    shown = source.shown
    for at, word in source.places(WORK):
        if not LINKED.search(shown, at, at + 130):
            continue
        end = _END.search(shown, at, at + 150)
        stop = end.start() if end else at + 150
        if not _CAPITAL.search(shown, at, stop):
            continue
        if _is_about_somebody(word, source.sentence_before(at)) or (word in _TRADES and _is_note(source, at, stop)):
            found = (_matched(source, at, stop, name) for name in _WAYS[word])
            if each := next(filter(None, found), None):
                yield each


def in_firm(source: Source) -> Iterator[Found]:
    for at, _word in source.places(FIRM):
        if not source.shown[at].isupper():
            continue
        start, end = max(0, at - 80), at + 100
        firm = _FIRM.search(source.shown, start, end) or _FAMILY.search(source.shown, start, end)
        if firm and _is_small(firm["place"]):
            yield Found(*firm.span("mark"), "quasi")


def _is_about_somebody(word: str, before: str) -> bool:
    somebody = bool(_SOMEBODY.search(before))
    if word == "only":
        return somebody or not before.strip()
    if (word in _TRADES and before.endswith("that ")) or (word.endswith("s") and word in _VERBS and not before.strip()):
        return True  # “Runs the zoo in …”: somebody does
    return somebody and not (word in _TRADES and _OTHERS.search(before) and not _COPULA.search(before))


def _is_note(source: Source, at: int, stop: int) -> bool:
    """“My lad is nine weeks in. Head chef at the …”: nothing but a trade, with somebody beside it."""
    if not _FEW.fullmatch(source.sentence_before(at)) or _SPEAKS.search(source.shown, at, stop + 20):
        return False
    before = source.before(at, 80)
    return bool(_SOMEBODY.search(before) or _SOMEBODY.search(source.folded, at, stop))


def _ways(word: str) -> tuple[str, ...]:
    if word in ("ward", "wing", "only"):
        return ("only",) if word == "only" else ("ward",)
    team = ("team", "side") if word in _PLAYS else ()
    if word in _CLASSES or word == "keeps":
        return ("keeps",) if word == "keeps" else ("school",)
    office = ("office",) if word in _UNIQUE or word == "parish" else ()
    drives = ("drives",) if word.startswith(("dr", "conductor")) else ()
    business = ("business",) if word in _RUNS else ()
    owner = ("owner",) if word in _OWNS else ()
    return *team, *office, *drives, *business, *owner, "unit", "employed", "one", "school"


_WAYS = {word: _ways(word) for word in WORK}


def _matched(source: Source, start: int, stop: int, name: str) -> Found | None:
    found = _COMPILED[name].match(source.shown, start, stop)
    if found is None or not _is_body(found):
        return None
    if not _is_small(found["place"], large=name in ("team", "side")):
        return None
    return Found(*(found.span("mark") if "mark" in found.re.groupindex else found.span()), "quasi")


def _is_small(place: str, *, large: bool = False) -> bool:
    """A town, a team or a house; not a month or a day, nor (unless `large`) a state or a country."""
    parts = place.lower().rstrip(".").replace("’", "'").split()
    first = parts[0].removesuffix("'s")
    return first not in _TIMES and (large or not all(word in _LARGE for word in parts))


def _is_body(found: re.Match[str]) -> bool:
    body = found.groupdict().get("body")
    if body is None:
        return True
    named = [word.removesuffix("'s") for word in body.lower().split() if word not in ("the", "our", "a")]
    if not named or named[0] in _TIMES or all(word in _LARGE for word in named):
        return False
    return not (_AND.search(body) or _TREATMENT.search(body.lower()))


def in_school(source: Source) -> Iterator[Found]:
    for at, word in source.places(SCHOOL):
        pattern, sign = (_CLASS, _TITLE) if word in _CLASS_WORDS else (_SCHOOLS, _SHOWN_SCHOOL)
        start, end = max(0, at - 80), at + 120
        each = sign.search(source.shown, start, end) and pattern.search(source.shown, start, end)
        if each and each.start() <= at <= each.end():
            before, place = source.sentence_before(each.start()), each["place"]
            somebody = _SOMEBODY.search(before) or re.search(r"\bteacher\b", before)
            first = place.lower().split()[0] if place else ""
            if somebody and not _MEETS.search(before) and (each["class"] is not None or first not in _TIMES):
                yield Found(*each.span(), "quasi")
        each = _SMALL_SCHOOL.search(source.folded, max(0, at - 30), at + 50)
        small = each and each["school"] not in _NO_SCHOOL and each["place"] not in _NO_PLACE
        if each and small and _SOMEBODY.search(source.sentence_before(each.start())):
            yield Found(*each.span("mark"), "quasi")
