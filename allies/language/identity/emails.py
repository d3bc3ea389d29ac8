"""E-mail addresses, as they are and as people hide them: name dot name at domain dot com."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allies.language.identity.links import is_public
from allies.language.identity.lists import one_of, words
from allies.language.identity.source import Found, Source, some

_TOPS = r"(?:com|net|org|edu|co|uk|us|ca|ie|au|info|example|test|io|me|de|eu)"
_PLAIN = re.compile(r"(?<![\w.%+\-])[\w.%+'\-]{1,64}@(?=[\w\-])((?:[\w\-]{1,63}\.){1,5}[a-z]{2,12})(?![\w])")
_AT = r"(?: ?[\(\[{<] ?(?:at|@) ?[\)\]}>] ?| @ ?|@ | at )"
_DOT = r"(?: ?[\(\[{<] ?(?:dot|\.) ?[\)\]}>] ?| dot |\.)"
_NAME = r"(?<![\w.])[\w\-+]{1,40}(?:(?:\.| dot | ?[\(\[]dot[\)\]] ?| underscore | dash | hyphen )[\w\-+]{1,40}){0,5}"
_HIDDEN = re.compile(
    rf"{_NAME}{_AT}[a-z0-9\-]{{2,40}}(?:{_DOT}[a-z0-9\-]{{2,40}}){{0,2}}{_DOT}{_TOPS}(?:{_DOT}uk)?(?!\w)"
)
_PROVIDER = re.compile(
    rf"({_NAME})(?:{_AT}|@)(?:{one_of(words('sites', 'mail') - {'live', 'sky', 'mail'})})\b(?:{_DOT}{_TOPS})?"
)
_ASKED = re.compile(r"\b(?:e-?mail|mail|reach|write|contact|send|message|address|find me|drop)\b")
_NO_NAME = frozenset(
    "look looks looked looking work works worked working job jobs is are was were account mail email me him her them us people someone"
    " page over back engineer support guy man there here and it this that online stay search".split()
)
WORDS = words("sites", "mail") | {"dot", "at"}


def find(source: Source) -> Iterator[Found]:
    if "@" in source.folded:
        for plain in some(_PLAIN.finditer(source.folded)):
            if not is_public(plain[1]):
                yield Found(plain.start() + len(plain[0]) - len(plain[0].lstrip("'")), plain.end(), "email")


def hidden(source: Source) -> Iterator[Found]:
    for match in some(_HIDDEN.finditer(source.folded)):
        if (" dot" in match[0] or "(" in match[0] or "[" in match[0] or "@" in match[0]) and _tells(match[0]):
            yield Found(*match.span(), "email")
    for match in some(_PROVIDER.finditer(source.folded)):
        name = match[1]
        plain = name.split(" ")[-1]
        asked = _ASKED.search(source.before(match.start(), 30))
        if plain not in _NO_NAME and (re.search(r"[\d._]", name) or "dot" in name or asked or "@" in match[0]):
            yield Found(*match.span(), "email")


def _tells(address: str) -> bool:
    first = re.split(r"[ @(\[{<]", address, maxsplit=1)[0]
    return first not in _NO_NAME
