"""Names by which somebody is found on another site. A member who is spoken to by pseudonym is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allies.language.identity.lists import cue, phrases, words
from allies.language.identity.source import Found, Source

_SITE = cue("handles", "sites")
LEADS = frozenset(
    {
        "search",
        "look",
        "follow",
        "add",
        "find",
        "message",
        "dm",
        "hit",
        "friend",
        "subscribe",
        "i'm",
        "im",
        "it's",
        "he's",
    }
    | {"she's", "hes", "shes", "known", "under", "as", "called", "handle", "screen", "gamer", "id", "user"}
)
WORDS = frozenset(entry.split()[0] for entry in phrases("cues", "handles", "sites")) | {
    "username",
    "handle",
    "screenname",
    "user",
}
_SIGNED = r"[\"'“]?(@?[\w$][\w.\-]{1,38}[\w]|@[\w]{2})"
ALL = WORDS | LEADS
_AT = re.compile(r"@[a-z0-9_][\w.\-]{1,38}")
_NAME_IN_FRONT = re.compile(r"(?<![\w#])[a-z][\w.]{1,31} ?$")
_FOUR = re.compile(r"#\d{4}(?!\w)")
_REDDIT = re.compile(r"u/[\w\-]{3,24}")
_NAMED = re.compile(
    rf"(?:{_SITE})(?: (?:name|handle|username|user name|id|user|tag|account|page|profile|channel))?"
    r"(?:'s| is| are| as| under| at|:| =| -|,)?"
    r"(?: (?:is|as|under|called|named|at|it's|its|name is|by|my name is|i'm under|im under|i'm|im))?"
    rf"[:,]? {_SIGNED}"
)
_USER = re.compile(
    r"(?:username|user name|handle|screen ?name|gamertag|gamer tag|user|id)"
    rf"(?: (?:on|over) \w+)?(?:'s| is| was|:| =)?[: ]{{1,2}}{_SIGNED}"
)
_SEARCH = re.compile(
    r"(?:search(?: for| up)?|look for|look up|follow|add|find|message|dm|hit up|friend|subscribe to|"
    r"i'm|im|it's|he's|she's|hes|shes|known as|under|as|called)(?: (?:me|him|her|us))?(?: (?:as|at|under))? "
    rf"{_SIGNED}[\"'”]?,? (?:on|over on) (?:my |the |his |her )?(?:{_SITE})\b"
)
_STRONG = re.compile(
    r"(?:\b(?:as|under|called|named|username|handle|name|gamertag|tag|id|user)(?: is|'s)?|[:=])[: ]{0,2}[\"'“]?$"
)
_SHAPE = re.compile(r"\d|_|[a-z]\.[a-z]|^@|^\$")
_CAMEL = re.compile(r"[a-z][A-Z]")
_FIGURES = re.compile(r"[\d.\-]+(?:am|pm|k|th|st|nd|rd)?")
_HOUR = re.compile(r"\d{1,2}(?:[.:]\d\d)?(?:am|pm|ish)?$")
_ADDRESSED = re.compile(rf"(?:^|[.!?\n] ?|\b(?:{cue('handles', 'addressed')})[, ]{{0,2}})$")
_ELSEWHERE = re.compile(rf"\b(?:{_SITE}|follow|add|find|message|dm)\b")
_KINDLY = re.compile(rf"\b(?:{cue('handles', 'kindly')})[, ]{{1,2}}$")
_IS_ELSEWHERE = re.compile(rf" (?:is (?:me|us|my|him|her|his)|(?:on|over on) (?:{_SITE})|that's (?:me|my|him|her))\b")
_ON = re.compile(r"(?<![\w@.])(@?[\w][\w.\-]{2,38}) (?:on|over on|off) (?:my |the )?$")
_ENDS_ON = (" on ", " off ", " on my ", " off my ", " on the ", " off the ")
_SAID = re.compile(rf"['’]?s? ?(?:{cue('handles', 'said')})\b")
_JOINED = ("@", ".", ")", "/", "]", "_")
_EVERYBODY, _NEVER = words("cues", "handles", "everybody"), words("cues", "handles", "never")
_NO_NUMBER = re.compile(rf"(?:{cue('handles', 'no_number')})\b")


def find(source: Source) -> Iterator[Found]:
    if "@" in source.folded:
        yield from _at(source)
    if "#" in source.folded:
        for at in source.marks("#"):
            name = _NAME_IN_FRONT.search(source.before(at, 34)) if _FOUR.match(source.folded, at) else None
            if name and not _NO_NUMBER.match(name[0]):
                yield Found(at - len(name[0]), at + 5, "handle")
    if "u/" in source.folded:
        for at in source.marks("u/"):
            if (each := _REDDIT.match(source.folded, at)) and not source.folded[at - 1 : at].isalnum():
                yield Found(*each.span(), "handle")


def named(source: Source) -> Iterator[Found]:
    """Behind the name of a site, or words like “my username is”."""
    for at, word in source.places(ALL):
        on = _ON.search(source.before(at, 50)) if word in WORDS and source.folded.endswith(_ENDS_ON, 0, at) else None
        if on and _SHAPE.search(on[1]):
            yield Found(at - len(on[0]), at - len(on[0]) + len(on[1]), "handle")
        for pattern in (_USER, _SEARCH) if word in LEADS else (_NAMED, _USER):
            each = pattern.match(source.folded, at)
            if each is None:
                continue
            start, end = each.span(1)
            token = source.shown[start:end]
            if each[1] in _NEVER or _FIGURES.fullmatch(each[1]):
                continue
            strong = pattern is not _NAMED or _STRONG.search(source.folded[each.start() : start])
            if _SHAPE.search(each[1]) or _CAMEL.search(token) or (strong and _is_a_name(token)):
                yield Found(start, end, "handle")


def _at(source: Source) -> Iterator[Found]:
    for at in source.marks("@"):
        each = (
            None
            if source.folded[at - 1 : at] in _JOINED or source.folded[at - 1 : at].isalnum()
            else _AT.match(source.folded, at)
        )
        if each is None:
            continue
        handle = each[0].rstrip(".-")
        if handle[1:] in _EVERYBODY or _HOUR.match(handle[1:]):
            continue
        before = source.before(each.start(), 24)
        addressed = _ADDRESSED.search(before) and not _ELSEWHERE.search(before)
        made_up = _SHAPE.search(handle[1:]) and not _KINDLY.search(before)
        if addressed and not made_up and not _IS_ELSEWHERE.match(source.after(at + len(handle), 24)):
            continue
        if not _SAID.match(source.after(each.start() + len(handle), 14)):
            yield Found(each.start(), each.start() + len(handle), "handle")


def _is_a_name(token: str) -> bool:
    """Made up rather than a word: longer than most, and small."""
    return (token.islower() and len(token) > 8) or token[:1] in "@$"
