"""E-mail addresses, as they are and as people hide them: name dot name at domain dot com."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allies.language.identity.links import is_public
from allies.language.identity.lists import cue, one_of, words
from allies.language.identity.source import Found, Source, some

_TOPS = r"(?:com|net|org|edu|co|uk|us|ca|ie|au|info|example|test|io|me|de|eu)"
_PLAIN = re.compile(r"(?<![\w.%+\-])[\w.%+'\-]{1,64}@(?=[\w\-])((?:[\w\-]{1,63}\.){1,5}[a-z]{2,12})(?![\w])")
_AT = r"(?: ?[\(\[{<] ?(?:at|@) ?[\)\]}>] ?| @ ?|@ | at )"
_DOT = r"(?: ?[\(\[{<] ?(?:dot|\.) ?[\)\]}>] ?| dot |\.)"
_JOINT = r"(?:\.| dot | ?[\(\[]dot[\)\]] ?| underscore | dash | hyphen )"
_NAME = rf"(?<![\w.])[\w\-+]{{1,40}}(?:{_JOINT}[\w\-+]{{1,40}}){{0,5}}"
_HIDDEN = re.compile(
    rf"{_NAME}{_AT}[a-z0-9\-]{{2,40}}(?:{_DOT}[a-z0-9\-]{{2,40}}){{0,2}}{_DOT}{_TOPS}(?:{_DOT}uk)?(?!\w)"
)
_MAILS = one_of(words("sites", "mail") - {"live", "sky", "mail"})
_PROVIDER = re.compile(rf"({_NAME})(?:{_AT}|@)(?:{_MAILS})\b(?:{_DOT}{_TOPS})?")
_ASKED = re.compile(rf"\b(?:{cue('emails', 'asked')})\b")
_NO_NAME = words("cues", "emails", "no_name")
WORDS = words("sites", "mail") | {"dot", "at"}


def find(source: Source) -> Iterator[Found]:
    if "@" in source.folded:
        for plain in some(_PLAIN.finditer(source.folded)):
            if not is_public(plain[1]):
                yield Found(plain.end() - len(plain[0].lstrip("'")), plain.end(), "email")


def hidden(source: Source) -> Iterator[Found]:
    if "dot" in source.words or "(at" in source.folded or "[at" in source.folded or " @ " in source.folded:
        for match in some(_HIDDEN.finditer(source.folded)):
            if re.search(r" dot|[(\[@]", match[0]) and re.split(r"[ @(\[{<]", match[0], maxsplit=1)[0] not in _NO_NAME:
                yield Found(*match.span(), "email")
    if source.has(words("sites", "mail")):
        for match in some(_PROVIDER.finditer(source.folded)):
            name = match[1]
            plain = name.split(" ")[-1]
            asked = _ASKED.search(source.before(match.start(), 30))
            if plain not in _NO_NAME and (re.search(r"[\d._@]| dot ", name) or asked or "@" in match[0]):
                yield Found(*match.span(), "email")
