"""Who is known to everybody, and what the words around a name say about whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

from allies.language.identity.lists import cue, entries, one_of, phrases, words

_PUBLIC = phrases("public", "known", "people") | phrases("public", "known", "things")
_PUBLIC_FIRST = frozenset(name.split()[0] for name in _PUBLIC)
_KIN = one_of(words("words", "kin"))
_PERSONS = cue("people", "persons").replace("'s|", "").replace("|'s", "")
_TITLES = one_of(words("words", "names", "titles") - words("words", "kin"))
_NOUNS = "|".join(each for each in _PERSONS.split("|") if each not in ("is", "was", "are"))
_WROTE = (
    r"(?:wrote|written|writes)"
    r"(?! (?:to|me|him|her|us|it down|off|out|a letter|a note|the (?:letter|note|report|card))\b)"
)
_BEHIND = re.compile(
    rf"['’]s? (?:(?:new|latest|first|own|whole|old|famous|great|big) )?(?:{cue('people', 'own_works')})\b"
    rf"|,? (?:{cue('people', 'bare_works')})\b"
    rf"|,? (?:(?:who|also|once|has|had|have) ){{0,2}}(?:{_WROTE}|sings|sang|acted|says? (?:it|that|shame|this|in)"
    r"|puts? it|said it|talks? about|talked about (?:his|her|this|it|being|getting)"
    r"|has a (?:talk|book|podcast|ted|line|show))"
    r"|,? (?:was |is |came )?on (?:the )?(?:radio|telly|tv|podcast|desert|netflix|stage|oprah)\b"
    r"|,? in (?:the guardian|the times|the paper|the film|his book|her book|concert)\b"
    rf"|,? (?:the|that) (?:\w+ )?(?:{cue('people', 'makers')})\b"
    r"| (?:taught|teaches|developed|invented|created|founded|coined|discovered|pioneered|calls|called) "
    r"(?:this|that|it|craft|the|about)\b"
)
_IN_FRONT = re.compile(
    r"(?<!\bi )(?<!\bwe )(?<!\bhe )(?<!\bshe )"
    rf"\b(?:{cue('people', 'works')})(?: \w+){{0,2}} (?:by|from|with|called|of|about|on) $"
    rf"|\b(?:{cue('people', 'offices')}) $"
    rf"|\b(?:{cue('people', 'read')}) (?:(?:the|some|a bit of|a|another|anything by|any) )?$"
    r"|[\"”’] by $"
)
_TITLED = re.compile(rf"\b(?:{_TITLES})\.? $")
_TITLE_BY = re.compile(r"[A-Z][\w'’]* by $")
_SURE_NAMED = re.compile(
    r"(?:\bnames?(?:'s| is| was|:| =| of)?|known as|goes by|name,|\bi'm|\bi am|\bim|this is|\bmarried"
    rf"|\b(?:{_NOUNS}|(?:{_KIN})(?:'s| is| was)?|(?:he|she|they|who)(?:'s| is| was| are)|hes|shes|whos),?"
    r" (?:called|named)) $"
)
_NAMED = re.compile(
    rf"(?:\b(?:{_TITLES})\.?|\bnames?(?:'s| is| was| are|:|,| =| of| from)?(?: (?:actually|really|mr|mrs|ms|dr))?"
    rf"|(?:\b(?:{_PERSONS})|'s),? (?:called|named)|\b(?:{cue('people', 'announced')})"
    rf"|\b(?:my|our|his|her|their|your|the|a) (?:[a-z\-]+ ){{0,3}}(?:{_KIN})"
    r"(?:'s name is|'s called| called| is| was|'s)?),? $"
)
_OF_KIN = re.compile(
    rf"\b(?:my|our|his|her|their|your|the|a|an|this|some) (?:[a-z\-]+ ){{0,3}}(?:{_KIN})(?:,|'s| is| was)? $"
)
_PETS = re.compile(rf"\b(?:{one_of(words('words', 'names', 'pets'))})(?:,|'s| is| was)?(?: called| named)? $")
_SAYABLE = re.compile(
    rf"[moh](?<!\w.)(?:(?<=m)y|(?<=o)ur|(?<=h)(?:is|er)) (?:[a-z\-]+ ){{0,2}}({one_of(words('words', 'kin', 'say'))})\b"
)
_PERSONAL = re.compile(rf",? (?:who )?(?:{cue('people', 'personal')})\b")
_AGED = re.compile(
    r",? (?:\(?\d\d\)?|aged|age)\b|, (?:twenty|thirty|forty|fifty|sixty|seventy|nineteen|eighteen|seventeen|sixteen)"
)
_DOES = re.compile(rf" (?:{cue('people', 'does')})\b|,? (?:who|and (?:his|her|my|i))\b")
_STARTS = re.compile(r"(?:^|[.!?…:\n\"“”(\-–—*•] ?|\d\) ?)$")
_WORD = re.compile(r"[a-z]+")


def _last_words(*lists: Iterable[str]) -> frozenset[str]:
    return frozenset(found[-1] for entry in chain(*lists) if (found := _WORD.findall(entry)))


# The last words in front of a name where something of the above can be found, that ends there.
_FRONT = _last_words(
    ("by", "from", "with", "called", "of", "about", "on", "the", "some", "a", "another", "anything", "any"),
    *(entries("people", key) for key in ("offices", "read")),
)
_TELLING = _FRONT | _last_words(
    ("s", "is", "was", "are", "m", "am", "im", "as", "this", "married", "named", "name", "names"),
    ("actually", "really", "mr", "mrs", "ms", "dr"),
    *(words("words", "names", key) for key in ("titles", "pets", "saints")),
    *(entries("people", key) for key in ("announced", "persons")),
    words("words", "kin"),
)


def is_told(before: str) -> bool:
    """Whether the last word in front of a name may say whose it is; if not, nothing below needs to be asked."""
    return _last_word(before) in _TELLING


def _is_sure(before: str) -> bool:
    return bool(_SURE_NAMED.search(before, max(0, len(before) - 40)))


def _last_word(before: str) -> str:
    """In front of a space; of a long word its end."""
    found = _WORD.findall(before, max(0, len(before) - 20)) if before.endswith(" ") else ()
    return found[-1] if found else ""


def is_known(name: str) -> bool:
    """`name` in small letters: a person or a thing that everybody knows by it."""
    name = name.replace("’", "'").replace(".", "").strip()
    parts = name.split()
    if parts[0] not in _PUBLIC_FIRST and parts[0].replace("'", "") not in _PUBLIC_FIRST:
        return False
    ways = {name, f"{parts[0]} {parts[-1]}", " ".join(parts[:2]), name.replace("'", "")}
    return not ways.isdisjoint(_PUBLIC)


def is_public(before: str, after: str, shown: str = "") -> bool:
    """Whether an author, an artist or an office-holder is spoken of.

    `before` and `after` stand around the name, in small letters; `shown` is what stands before it, as it was written.
    """
    in_front = _last_word(before) in _FRONT and (_IN_FRONT.search(before) or _TITLE_BY.search(shown))
    if in_front or _BEHIND.match(after):
        return not (_OF_KIN.search(before) or _is_sure(before))
    return False


def is_named(before: str) -> bool:
    """Whether words come that announce a name: his name is, a man called, ask for."""
    return bool(_NAMED.search(before))


def is_surely_named(before: str) -> bool:
    return bool(_is_sure(before) or _OF_KIN.search(before) or _TITLED.search(before))


def is_pet(before: str) -> bool:
    return bool(_PETS.search(before))


def does_something(after: str) -> bool:
    """Whether what comes behind a name is what people do and places do not."""
    return bool(_DOES.match(after))


def is_personal(before: str, after: str) -> bool:
    """Whether only a person can be meant, of whatever name."""
    return bool(_PERSONAL.match(after)) or bool(_AGED.match(after) and (not before or is_named(before)))


def instead(before: str) -> tuple[str, ...]:
    """What could stand in a name's place; `before`: the sentence up to it."""
    if before.endswith(", ") or (is_told(before) and _is_sure(before)):
        return "[name]", "my loved one"
    found = _SAYABLE.findall(before)
    return (f"my {found[-1]}", "my loved one", "[name]") if found else ("a friend", "someone I know", "[name]")


class Around:
    """What stands before and after a name."""

    __slots__ = ("after", "before")

    def __init__(self, before: str, after: str) -> None:
        self.before, self.after = before, after

    @property
    def told(self) -> bool:
        return is_told(self.before)

    @property
    def named(self) -> bool:
        """Whether words in front announce a name."""
        return self.told and is_named(self.before)

    @property
    def surely_named(self) -> bool:
        return self.told and is_surely_named(self.before)

    @property
    def starts(self) -> bool:
        return bool(_STARTS.search(self.before[-6:]))

    def ends(self, pattern: re.Pattern[str]) -> bool:
        """Whether one of a few words, as in `pattern`, stands right in front."""
        return bool(pattern.search(self.before, max(0, len(self.before) - 20)))
