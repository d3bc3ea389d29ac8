"""Names of people and places: by capitals where a sentence would have none; the surest ones in small letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from allies.language.identity.lists import words
from allies.language.identity.names import PLAIN, SURNAMES, WORDY, is_ordinary
from allies.language.identity.source import Source
from allies.language.veiling.detail import Mark, listed, lists
from allies.language.veiling.library import phrases

_MOST = 2000  # runs and words looked at in one text
_CAP = r"(?:[A-ZÀ-ÖØ-Þ][\w'’\-]{0,30}|\d{1,3}(?:st|nd|rd|th)(?= [A-Z]))"
_RUN = re.compile(
    rf"(?<![\w'’@#/.])[A-ZÀ-ÖØ-Þ][\w'’\-]{{0,30}}(?:\.? (?:(?:of|the|on|upon|de|and|y|la|le) ){{0,2}}{_CAP}){{0,5}}"
)
_ROAD = re.compile(
    r"(?<![\w£$])(?:the )?(?:[AMBN]\d{1,4}(?!\w)|(?:I|US|SR|Route|Highway|Hwy|Interstate|Exit"
    r"|Junction)[ -]\d{1,4}(?!\w))|\b(?:route|highway|interstate|junction) \d{1,4}\b"
)
_BOARD = re.compile(r"(?<![\w/])/?r/\w{3,21}")
_PART = re.compile(r"[^\s]+")
_BEGINS = re.compile(r"(?:^|[.?!…:\n])[\s\"'“”‘’(\[*_\-–—•]*$|[\n][>\-*•\d.]*\s*$|(?:^|\s)[\"“‘'(]$")
_INNER = frozenset(["of", "the", "on", "upon", "de", "and", "y", "la", "le"])
_SORTS = {word: sort.replace("_", " ") for sort, some in lists()["sorts"].items() for word in some.split()}
_DAYS = words("words", "times")
_CHAINS = listed("capitals", "chains")
_SKIP = (words("words", "names", "never") | listed("capitals", "never")) - PLAIN - _CHAINS | _DAYS
_TITLES, _SCHOOLS, _PLACES = (listed("capitals", name) for name in ("titles", "schools", "places"))
_SAINTS = frozenset(("st", "san", "saint"))
_TEAMS, _MAKES, _VERBS = (listed("capitals", name) for name in ("teams", "makes", "verbs"))
_FAITHS = frozenset(re.sub(r"\*", "", " ".join((*listed("lists", "faith"), *listed("lists", "nation")))).split())
_SITES = listed("lists", "site")
_LARGE = words("places", "large")
_TOWNS = (words("places", "towns") | _LARGE) - {
    "or",
    "in",
    "me",
    "hi",
    "ok",
    "pa",
    "ma",
    "la",
    "al",
    "id",
    "de",
    "oh",
    "co",
    "us",
}
_KIN_WORDS = frozenset(re.sub(r"\*", "", " ".join(listed("lists", "kin"))).split())
_NEAR = frozenset(listed("capitals", "before_place"))
_CUED = re.compile(r"(?<!\w)(?:the|at|in|called|named|nicknamed|near|outside|from|on|for|name is|name's) $")
_AT = re.compile(
    r"(?<!\w)(?:at|on|near|outside|in|to|from|through|around|over|into|behind|round|past|by|leaving"
    r"|of|above|under) (?:the |our |a )?$"
)
_WORK = re.compile(
    r"(?<!\w)(?:work|works|worked|working|job|jobs|deliver|delivers|delivering|drives|driving|shifts?"
    r"|employed|nights|boss|manager)(?: \w+){0,2} (?:at|for|with|in|on) (?:the |a )?$"
)
_CLUB = re.compile(
    r"(?<!\w)(?:plays?|played|trial|trials|coach|coaches|signed|captain)(?: \w+){0,2} (?:for|with|of|at) (?:the )?$"
)
_ONLINE = re.compile(r"(?<!\w)(?:online|server|channel|game|forum|app|on) (?:called |a |the )?$")
_BREEDS = frozenset(" ".join(listed("lists", "pet")).replace("*", "").split())
_PET = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted({*words('words', 'names', 'pets'), *_BREEDS}))})(?: called| named|,)? $"
)
_KIN = re.compile(
    rf"(?<!\w)(?:my|our|his|her|their|your) (?:[\w\-]+[ \-]){{0,3}}(?:{'|'.join(sorted(_KIN_WORDS))}),? $"
)
_CALLED = re.compile(r"(?<=\w )(?:who is |who's |that is )?(?:called|named|nicknamed) $")
_IN = re.compile(r"(?<!\w)(?:in|near|outside|around|into) $")
_TOLD = re.compile(
    r"(?<!\w)(?:spoke|talked|lied|shouted|swore|listened|went|goes|belongs|married|engaged|said|written|wrote"
    r"|letter|call) (?:to|at|from) $|(?<!\w)(?:of|by) $"
)
_OWNED = re.compile(r"(?<!\w)(?:my|our|his|her|their|your|the|a) (?:[a-z]+ )?$")
_WORD = re.compile(r"[a-z][a-z'\-]{1,24}")
_ENDINGS = re.compile(r"(?:ing|ed|ly|n't|'s|'re|'ve|'ll|'d|'m|s|er|est|ness|ment|able|tion)$")


def find(source: Source) -> Iterator[Mark]:
    """In the text as it is shown."""
    shown = source.shown
    for road in islice(_ROAD.finditer(shown), _MOST):
        yield Mark(*road.span(), "place", ("a road near us", "somewhere near here"))
    for board in islice(_BOARD.finditer(shown), _MOST):
        yield Mark(*board.span(), "online", ("somewhere online", "online"))
    letters = sum(map(str.isupper, shown))
    if letters and letters < 0.6 * sum(map(str.isalpha, shown)):
        for run in islice(_RUN.finditer(shown), _MOST):
            for parts in _runs(source, run):
                yield _named(source, parts)


Part = tuple[str, int, int]  # small and bare; where it stands


def _runs(source: Source, run: re.Match[str]) -> Iterator[list[Part]]:
    """The parts of a run between words that name nobody."""
    shown, start = source.shown, run.start()
    begins = bool(_BEGINS.search(shown[max(0, start - 12) : start]) or start == 0)
    piece: list[Part] = []
    whole = [(each.start() + start, each.end() + start) for each in _PART.finditer(run[0])]
    for number, (at, end) in enumerate(whole):
        word = source.folded[at:end].rstrip(".,")
        bare = word.removesuffix("'s")
        if (bare in _SKIP or bare.removesuffix("s") in _DAYS) and not (piece and bare in _PLACES):
            after = whole[number + 1] if number + 1 < len(whole) else None
            titled = (
                bare in _TITLES and after is not None and source.folded[after[0] : after[1]].rstrip(".,") not in _SKIP
            )
            if not titled:
                yield from _kept(source, piece, begins)
                piece = []
                begins = False
                continue
        piece.append((bare, at, at + len(word) - (2 if word.endswith("'s") else 0)))
        if word.endswith("'s") and len(piece) == 1 and bare in PLAIN:
            yield from _kept(source, piece, begins)
            piece, begins = [], False
    yield from _kept(source, piece, begins)


def _kept(source: Source, piece: list[Part], begins: bool) -> Iterator[list[Part]]:
    first = bool(
        (begins and piece and source.shown[: piece[0][1]].rstrip("\"'“”‘’( *_-–—•").endswith(tuple(".?!…:\n")))
        or (piece and piece[0][1] < 2)
    )
    while piece and piece[-1][0] in _INNER:
        piece = piece[:-1]
    while piece and piece[0][0] in _INNER:
        piece, first = piece[1:], False
    if piece and (first or begins) and not _opens(source, piece):
        piece, begins = piece[1:], False
        while piece and piece[0][0] in _INNER:
            piece = piece[1:]
    if not piece or all(word in _SKIP or word in _INNER for word, _at, _end in piece):
        return
    if len(piece) == 1 and not begins and not _is_one(source, piece[0]):
        return
    yield piece


def _opens(source: Source, piece: Sequence[Part]) -> bool:
    """Whether the first word of a sentence belongs to a name."""
    word, _at, end = piece[0]
    if len(word) < 2:
        return False
    if word in _TITLES:
        return len(piece) > 1
    if word in PLAIN or word in _TOWNS:
        return True
    if word in WORDY:
        following = _WORD.match(source.folded, end + 1)
        return bool(following and following[0] in _VERBS and source.folded[end : end + 1] == " ")
    plain = word.replace("-", "")
    return not _is_known(plain) and not any(_is_known(part) for part in word.split("-")) and len(word) > 2


def _is_known(word: str) -> bool:
    word = word.removesuffix("'s")
    if "'" in word or is_ordinary(word) or word in _KIN_WORDS or word in _SKIP or word in _CHAINS or word in _common():
        return True
    stem = _ENDINGS.sub("", word)
    return stem != word and (
        is_ordinary(stem) or is_ordinary(stem + "e") or is_ordinary(stem[:-1]) or stem in _common()
    )


def _common() -> frozenset[str]:
    """The words of the patterns are known, too."""
    return frozenset(phrases().lexicon.sign)


def _is_one(source: Source, part: Part) -> bool:
    """Whether a single capital within a sentence makes a name."""
    word, at, end = part
    shown, before = source.shown[at:end], source.before(at, 30)
    if shown.isupper() and len(shown) > 1:
        return len(shown) < 6 and bool(re.search(r"(?<!\w)(?:at|for) $", before)) and not is_ordinary(word)
    if word in _CHAINS:
        return bool(_AT.search(before) or _WORK.search(before))
    if word in PLAIN or word in WORDY or word in _TOWNS or word in _MAKES or word in _FAITHS:
        return True
    return not is_ordinary(word) or bool(_CUED.search(before)) or bool(_KIN.search(before)) or bool(_PET.search(before))


def _named(source: Source, parts: list[Part]) -> Mark:
    start, end = parts[0][1], parts[-1][2]
    named, before = [part[0] for part in parts], source.before(start, 50)
    lead = "the " if before.endswith("the ") else ""
    all_words = set(named)
    if pet := _PET.search(before):
        owned = _OWNED.search(before[: pet.start()])
        said = (owned[0] + pet[0].split()[0]).strip(" ,") if owned else ""
        return Mark(start - len(before) + owned.start() if owned else start, end, "pet", (said or "our pet", "a pet"))
    if all_words & _SCHOOLS and len(named) > 1:
        return Mark(start - len(lead), end, "school", ("a school", "a place of learning"))
    if (named[-1] in _TEAMS and len(named) > 1) or _CLUB.search(before):
        return Mark(start - len(lead), end, "club", ("a team", "a club"))
    if all_words & _MAKES and named[0] not in PLAIN:
        return Mark(start, end, "vehicle", ("car", "vehicle"))
    if all_words <= _FAITHS:
        return Mark(start, end, "origin", ("from a close community", "of our background"))
    if all_words & _SITES:
        return Mark(start - len(lead), end, "online", ("somewhere online", "online"))
    if _WORK.search(before):
        return Mark(start - len(lead), end, "work", ("a company near us", "an employer"))
    person = named[0] in PLAIN or named[0] in WORDY or named[0] in _TITLES
    somewhere = (all_words & _PLACES and len(named) > 1) or _is_where(source, parts, before)
    if person and not (somewhere or named[0] in _SAINTS or lead):
        return _person(source, start, end, before)
    if lead or _AT.search(before) or all_words & _PLACES or named[0] in _TOWNS or named[0] in _SAINTS:
        return Mark(start - len(lead), end, "place", _sort_of(named, before))
    return _person(source, start, end, before)


def _is_where(source: Source, parts: Sequence[Part], before: str) -> bool:
    """Whether a given name is a place here: “in Whitby”, “at Mercy General”, and not “in Whitby's room”."""
    if source.folded[parts[-1][2] : parts[-1][2] + 1] == "'" or parts[0][0] in _TITLES:
        return False
    if len(parts) > 1 or parts[0][0] in _TOWNS:
        return bool(_AT.search(before)) and not _TOLD.search(before)
    return bool(_IN.search(before))


def _sort_of(named: Sequence[str], before: str) -> tuple[str, ...]:
    """“St Mary's Hospital” is a hospital; what stands behind “in” and is nothing else, a town."""
    for word in reversed(named):
        if word in _SORTS:
            return f"{_SORTS[word]} near us", "somewhere near here"
    if named[-1] in _LARGE or named[0] in _LARGE:
        return "another part of the world", "where we live"
    town = named[0] in _TOWNS or re.search(r"(?<!\w)(?:in|from|near|outside) $", before)
    return ("a town near us" if town else "a place near us"), "somewhere near here"


def _person(source: Source, start: int, end: int, before: str) -> Mark:
    if _KIN.search(before):
        return Mark(start, end, "name", ("", "[name]"))
    if called := _CALLED.search(before):
        return Mark(start - len(called[0]), end, "name", ("", "I know"))
    return Mark(start, end, "name", ("someone close to me", "someone I know"))


def small(source: Source, tokens: Sequence[tuple[int, str]]) -> Iterator[Mark]:
    """Names and places in small letters. `tokens`: the words of the folded text, and where each stands."""
    looked = 0
    for number, (at, word) in enumerate(tokens):
        bare = word.removesuffix("'s")
        if source.shown[at].isupper() or len(bare) < 3 or bare[0].isdigit():
            continue
        previous = tokens[number - 1][1] if number else ""
        beside = number > 0 and tokens[number - 1][0] + len(previous) + 1 == at
        end = at + len(bare)
        following = tokens[number + 1][1].removesuffix("'s") if number + 1 < len(tokens) else ""
        full = following in SURNAMES and not is_ordinary(following) and source.folded[end : end + 1] == " "
        if full and (bare in PLAIN or bare in WORDY) and tokens[number + 1][0] == end + 1:
            yield _person(source, at, end + 1 + len(following), source.before(at, 50))
        elif bare in PLAIN and not is_ordinary(bare) and bare not in _common():
            looked += 1
            yield _person(source, at, end, source.before(at, 50))
        elif beside and previous in _NEAR | {"at", "the"} and word in _CHAINS and _AT.search(source.before(at, 30)):
            yield Mark(at, end, "place", ("a place near us", "somewhere near here"))
        elif beside and previous in _NEAR and bare not in _SKIP and (bare in _TOWNS or _is_unknown(bare)):
            looked += 1
            yield Mark(at, end, "place", ("a place near us", "somewhere near here"))
        elif (
            beside
            and previous in _KIN_WORDS
            and bare in WORDY
            and not is_ordinary(bare)
            and _KIN.search(source.before(at, 50))
        ):
            yield Mark(at, end, "name", ("", "[name]"))
        if looked > _MOST:
            return


def _is_unknown(word: str) -> bool:
    return len(word) > 4 and word.isalpha() and not _is_known(word) and word not in WORDY and word not in SURNAMES
