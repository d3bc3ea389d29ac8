"""Names in small letters, where the words in front say that a name comes; and surnames by themselves, where they do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allies.language.identity import people
from allies.language.identity.lists import words
from allies.language.identity.names import PLAIN, SURNAMES, WORDY
from allies.language.identity.source import Found, Source, some

_NAME = r"([a-z][a-z'\-]{1,20}) (?:([a-z])\.? )?((?:(?:al|el|o|mc|mac|de|de la|van|von|del|bin) ?)?[a-z][a-z'\-]{1,25})(?![\w'])"
_STRONG = re.compile(
    r"\b(?:(?:full |real |proper |legal |whole |birth |married )?(?:name|names|name's)(?: is| was|:| =|,)?|(?:is|was|'s|hes|shes|man|guy|bloke|woman|girl|lad|boy|kid|one|fella|dude|person|"
    rf"someone|somebody|chap|lady|dealer|doctor|nurse|teacher|counsellor|counselor) (?:called|named)|known as|goes by) {_NAME}"
)
_SURNAME = re.compile(r"\b(?:last|family|second|sur) ?name(?:'s| is| was|:|,)? ([a-z][a-z'\-]{2,25})(?![\w'])")
_STOP = (
    words("words", "names", "small")
    | (words("words", "names", "never") - PLAIN)
    | words("words", "names", "titles")
    | words("words", "kin")
)
_ENDING = re.compile(r"(?:ing|ed|ly|n't|'s|'re|'ve|'ll|'d|'m|s')$")
_ALSO_WORDS = frozenset(
    """bell berry birch carpenter carver chambers cotton deacon english foster freeman gamble holder masters meadows peacock potter savage sharp spears
    steele swift waters woods wells winters winter walker turner porter shepherd page pace parks spooner stringer partridge nightingale begum stokes dang
    mata casas flores lobo pinto duke sage tanner hooper carter cooper glover gardner marsh cross hanna major franklin martin moran casey kelly bailey
    tracy terry jordan lynn leslie lee ali young craig glass small church bond house long hope barber bush dean park banks gates mears""".split()
)
WORDS = frozenset("name names name's called named known goes surname last".split())


def find(source: Source) -> Iterator[Found]:
    """Behind “his name is”, “a man called” and the like."""
    for each in some(_STRONG.finditer(source.folded)):
        first, last = each[1], each[3]
        if source.shown[each.start(3)].isupper() or last in _STOP or first in _STOP - PLAIN:
            continue
        given = first in PLAIN or first in WORDY
        if (
            (given or last in SURNAMES)
            and (last in SURNAMES or _is_surname(last))
            and last not in WORDY
            and not _is_known(first, last)
        ):
            yield _found(source, each)
    for each in some(_SURNAME.finditer(source.folded)):
        if each[1] not in _STOP and (source.shown[each.start(1)].isupper() or each[1] in SURNAMES):
            yield Found(*each.span(1), "name", ("[name]",))


def plain(source: Source, given: frozenset[str]) -> Iterator[Found]:
    """A given name and a surname of which nobody could think anything else; `given`: the given names in the text."""
    for first in sorted(given):
        for each in some(
            re.finditer(
                rf"(?<![\w'\-]){re.escape(first)} (?:([a-z])\.? )?([a-z][a-z'\-]{{3,25}})(?![\w\-]|'(?!s\b))",
                source.folded,
            )
        ):
            last = each[2].removesuffix("'s")
            sure = (last in SURNAMES and last not in _ALSO_WORDS and last not in PLAIN) or re.match(
                r"mc[a-z]{4}|o'[a-z]{4}", last
            )
            double = "-" in last and all(part in SURNAMES for part in last.split("-"))
            if not (sure or double) or source.shown[each.start()].isupper() or _is_known(first, last):
                continue
            if not people.is_public(source.before(each.start(), 50), source.after(each.end(), 40)):
                end = each.start(2) + len(last)
                yield Found(each.start(), end, "name", people.instead(source.sentence_before(each.start())))


def _is_surname(word: str) -> bool:
    return len(word) > 3 and not _ENDING.search(word) and word not in PLAIN


def _is_known(first: str, last: str) -> bool:
    return people.is_known(f"{first} {last}")


def _found(source: Source, match: re.Match[str]) -> Found:
    end = match.end(3) - (2 if match[3].endswith("'s") else 0)
    return Found(match.start(1), end, "name", people.instead(source.sentence_before(match.start(1))))
