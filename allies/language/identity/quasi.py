"""Somebody pinned down by school, work, team, church or unit together with a place, though no name is said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allies.language.identity.lists import one_of, words
from allies.language.identity.source import Found, Source, some

_VERBS = words("roles", "verbs", "work")
_PLAYS = words("roles", "verbs", "play")
_TRADES, _UNIQUE = words("roles", "trades", "words"), words("roles", "trades", "unique")
_SMALL = one_of(words("roles", "places", "small"))
_SCHOOL = one_of(words("roles", "places", "schools"))
_LARGE, _TIMES = words("places", "large"), words("words", "names", "never")
WORDS = _VERBS | _PLAYS | _TRADES | {"only", "at", "ward", "wing", "bus", "class", "year", "grade"}

_CAP = r"[A-Z][\w'’&\-]{1,24}\.?"
_ORG = rf"(?:{_CAP}|\d{{1,3}}(?:st|nd|rd|th))(?: (?:and |& |of |of the |the )?(?:{_CAP}|\d{{1,3}}(?:st|nd|rd|th)?\b)){{0,5}}"
_PLACE = rf"(?:the )?(?P<place>{_CAP}(?:[ \-](?:on|under|upon|le|by|in)?[ \-]?{_CAP}){{0,2}})"
_IN = r"(?:,? (?:over |down |up |out |back |here )?(?:in|near|outside)|,) "
_BODY = rf"(?P<body>(?:the |our |a )?{_ORG}(?: [a-z][a-z'\-]{{1,15}}){{0,3}}?)"

# “fixes lifts for Calloway Hoists in Barnsley”, “receptionist at Briarcliff Dental in Kalispell”
_EMPLOYED = re.compile(
    rf"[\w\-']{{2,16}}(?:,? [\w\-'#&]{{1,16}}){{0,8}}? (?:at|for|with|of|from|in|on|to|behind) (?:the )?{_BODY}(?: on (?:the )?{_CAP}(?: {_CAP}){{0,2}})?{_IN}{_PLACE}"
)
# “runs the bakery on the square in Yuma”
_BUSINESS = re.compile(
    rf"(?:runs?|ran|owns?|owned|manages?|managed|opened|keeps|works?(?:ed|ing)? (?:at|in|for|behind)|has|cuts hair (?:at|in)) (?P<mark>(?:the|our|that) (?:[\w'’&\-]{{1,16}} ){{0,3}}?(?:{_SMALL})(?: [a-z'’]{{2,12}}){{0,6}}? (?:in|on|at|near|outside) {_PLACE}(?:{_IN}{_CAP})?)"
)
# “drives the number 12 bus in Boise”
_DRIVES = re.compile(
    rf"(?:drives?|drove|driving|driver|drivers|conductor)(?: (?:of|on))? (?P<mark>(?:the |route )?(?:number |no\.? ?|#)?[A-Z]?\d{{1,3}}[A-Z]? (?:bus|tram|train|route|school bus)(?: [a-z]{{2,10}}){{0,3}} (?:in|to|from|for|through|out of|between|around) {_PLACE})"
)
# “plays hooker for Otley”
_TEAM = re.compile(
    rf"[\w\-]{{3,16}}(?: (?!for\b)[\w\-']{{1,14}}){{0,4}} for (?:the )?(?P<place>{_CAP}(?: {_CAP}){{0,3}})"
)
# “nurse on ward 7 at Leeds General”
_UNIT = re.compile(
    rf"[\w\-]{{2,16}}(?: [\w\-']{{1,12}}){{0,3}}? (?:on|in|at|of|from) (?:the )?(?:ward|wing|unit|floor|station|block|bay|watch|truck|engine|ladder|platoon|company|precinct|squad) \w{{1,4}},? (?:at|of|in) (?:the )?(?P<place>{_CAP}(?: {_CAP}){{0,3}})"
)
_UNIT_BEFORE = re.compile(
    rf"(?P<mark>(?:ward|[A-Z] wing|wing) \w{{1,3}},? (?:at|of|in) (?:the )?(?P<place>{_CAP}(?: {_CAP}){{0,3}}))"
)
_OFFICE = re.compile(rf"(?:{one_of(_UNIQUE)}) (?:of|in|for) {_PLACE}")
_ONLY = re.compile(
    rf"only (?:[\w'’\-]{{2,14}} ){{0,3}}?(?:{one_of(words('roles', 'trades', 'only'))})(?:[ \-][\w'’\-]{{1,14}}){{0,4}}? (?:in|on|at|for|from|this side of) (?:the )?(?P<place>{_CAP}(?: {_CAP}){{0,3}})(?:(?: [a-z]{{3,12}}){{0,2}}(?: in {_CAP}(?: {_CAP})?))?"
)
_SCHOOLS = re.compile(
    rf"(?:[A-Z][\w'’.]{{1,20}} ){{1,4}}(?:{_SCHOOL})(?: School| High| Academy)?(?:{_IN}{_PLACE}|(?P<klass>,? (?:in )?(?:Mrs|Mr|Miss|Ms)\.? [A-Z]\w+['’]s? (?:class|form|homeroom|group|year|grade|room)))"
    r"(?:, (?:in )?(?:Mrs|Mr|Miss|Ms)\.? [A-Z]\w+['’]s? (?:class|form|homeroom|group))?"
)
_CLASS = re.compile(
    rf"(?:Mrs|Mr|Miss|Ms)\.? [A-Z]\w+['’]s? (?:\w+ )?(?:class|form|homeroom|group|room),? (?:at|in) (?P<place>{_CAP}(?: {_CAP}){{0,3}})"
)
_SMALL_SCHOOL = re.compile(
    r"\b(?:at|to|attends|starts|started) (?P<mark>(?P<school>[a-z]{3,14}) (?:middle|high|elementary|primary|infants|juniors|academy)(?: school)? in (?P<place>[a-z]{4,14}))\b"
)
_NO_SCHOOL = frozenset(
    "the this that our local her his their public junior senior private secondary catholic another any some old new same good nearest first best different".split()
)

_SOMEBODY = re.compile(
    r"\b(?:he|she|they|i|we|my|our|his|her|their|your|he's|she's|they're|i'm|we're|hes|shes|im|who|who's|whos|son's|mum's|mom's|dad's|brother's|sister's|husband's|wife's|daughter's|girl|lad|bloke|mine|ours|ex)\b"
)
_OTHERS = re.compile(
    r"\b(?:the|a|that|this|another|any|some|lovely|kind|nice|good|every|each|ask|see|saw|told|called|rang|thanks? to) (?:[\w\-]+ ){0,2}$"
)
_COPULA = re.compile(
    r"(?:'s|\bis|\bwas|\bam|'m|\bas|\bare|\bim|\bhes|\bshes|\bbe|\bbeen|\bbecame|\bmy|,|\bboth|'re) (?:now |still |also |actually |only )?(?:the|a|an) (?:[\w\-]+ ){0,3}$"
)
_MEETS = re.compile(
    r"\b(?:meetings?|group|talk|held|fair|event|webinar|training|detox\w*|rehab|treatment|visited|parked|court|fundraiser|vaccinat\w+|vote|voting|funeral|wedding|concert|shelter|admitted|born)\b"
)
_PAST = re.compile(r"\b(?:used to|years ago)\b")


def find(source: Source) -> Iterator[Found]:
    for cue in some(_CUES.finditer(source.folded)):
        before = source.sentence_before(cue.start())
        if cue[0] == "only":
            if _SOMEBODY.search(before) or not before.strip():
                yield from _matched(source, cue.start(), _ONLY)
            continue
        if not _SOMEBODY.search(before) or (
            cue[0] in _TRADES and _OTHERS.search(before) and not _COPULA.search(before)
        ):
            continue
        for pattern in _patterns(cue[0]):
            if found := next(_matched(source, cue.start(), pattern), None):
                yield found
                break
    yield from _in_school(source)


_CUES = re.compile(rf"\b(?:{one_of(_VERBS | _PLAYS | _TRADES | {'only', 'ward', 'wing'})})\b")


def _patterns(cue: str) -> tuple[re.Pattern[str], ...]:
    if cue in ("ward", "wing"):
        return (_UNIT_BEFORE,)
    team = (_TEAM,) if cue in _PLAYS else ()
    office = (_OFFICE,) if cue in _UNIQUE else ()
    return *team, *office, _DRIVES, _BUSINESS, _UNIT, _EMPLOYED


def _matched(source: Source, start: int, pattern: re.Pattern[str]) -> Iterator[Found]:
    stop = start + 150
    end = re.search(r"[!?\n;]|(?<!\bSt)(?<!\bMt)(?<!\bNo)\.(?= |$)", source.shown[start:stop])
    found = pattern.match(source.shown, start, start + end.start() if end else stop)
    if found and _is_small(found["place"]) and _is_body(found):
        where = found.span("mark") if "mark" in found.re.groupindex else found.span()
        yield Found(*where, "quasi")


def _is_small(place: str) -> bool:
    """A town, a team or a house; not a state, a country, a month or a day."""
    plain = place.lower().rstrip(".")
    first = plain.split()[0].removesuffix("'s").removesuffix("’s")
    return (
        plain not in _LARGE
        and first not in _TIMES
        and not all(word in _LARGE for word in plain.split())
        and first not in ("god", "keeps", "uk")
    )


def _is_body(found: re.Match[str]) -> bool:
    body = found.groupdict().get("body")
    if body is None:
        return True
    words_in = body.lower().split()
    named = [word for word in words_in if word not in ("the", "our", "a")]
    return (
        bool(named)
        and named[0].removesuffix("'s") not in _TIMES | _LARGE
        and not re.search(
            r"\b(?:rehab|recovery|detox|treatment|hazelden|meeting|group|and|but|because|where|when|who|that|is|was|has|had)\b",
            body.lower(),
        )
    )


def _in_school(source: Source) -> Iterator[Found]:
    for pattern in (_SCHOOLS, _CLASS):
        for each in some(pattern.finditer(source.shown)):
            before = source.sentence_before(each.start())
            place = each["place"]
            if (
                _SOMEBODY.search(before)
                and not _MEETS.search(before)
                and (place is None or _is_small(place) or each.groupdict().get("klass"))
            ):
                yield Found(*each.span(), "quasi")
    for each in some(_SMALL_SCHOOL.finditer(source.folded)):
        if (
            each["school"] not in _NO_SCHOOL
            and each["place"] not in _LARGE | _TIMES
            and _SOMEBODY.search(source.sentence_before(each.start()))
        ):
            yield Found(*each.span("mark"), "quasi")
