"""E-mail addresses, as they are and as people hide them: name dot name at domain dot com."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allies.language.identity.links import is_public
from allies.language.identity.lists import cue, one_of, words
from allies.language.identity.source import Found, Source

_TOPS = r"(?:com|net|org|edu|co|uk|us|ca|ie|au|info|example|test|io|me|de|eu)"
_LETTER_BOX = re.compile(r"(?<![\w.%+\-])[\w.%+'\-]{1,64}$")
_DOMAIN = re.compile(r"@((?:[\w\-]{1,63}\.){1,5}[a-z]{2,12})(?!\w)")
_AT = r"(?: ?[\(\[{<] ?(?:at|@) ?[\)\]}>] ?| @ ?|@ | at )"
_DOT = r"(?: ?[\(\[{<] ?(?:dot|\.) ?[\)\]}>] ?| dot |\.)"
_JOINT = r"(?:\.| dot | ?[\(\[]dot[\)\]] ?| underscore | dash | hyphen )"
_HIDDEN_BOX = re.compile(rf"(?<![\w.])[\w\-+]{{1,40}}(?:{_JOINT}[\w\-+]{{1,40}}){{0,5}}$")
_HIDDEN_DOMAIN = re.compile(
    rf"{_AT}[a-z0-9\-]{{2,40}}(?:{_DOT}[a-z0-9\-]{{2,40}}){{0,2}}{_DOT}{_TOPS}(?:{_DOT}uk)?(?!\w)"
)
_PROVIDERS = words("sites", "mail") - {"live", "sky", "mail"}
_PROVIDER = re.compile(rf"(?:{_AT}|@)(?:{one_of(_PROVIDERS)})\b(?:{_DOT}{_TOPS})?")
_SIGN = re.compile(r"[(\[@]| dot")
_ASKED = re.compile(rf"\b(?:{cue('emails', 'asked')})\b")
_NO_NAME = words("cues", "emails", "no_name")
WORDS = _PROVIDERS | {"dot"}


def find(source: Source) -> Iterator[Found]:
    for at in source.marks("@"):
        domain = _DOMAIN.match(source.folded, at)
        box = _LETTER_BOX.search(source.before(at, 66)) if domain else None
        if domain and box and not is_public(domain[1]):
            yield Found(at - len(box[0].lstrip("'")), domain.end(), "email")


def hidden(source: Source) -> Iterator[Found]:
    if not (source.has(WORDS) or "(at" in source.folded or "[at" in source.folded):
        return
    for at in (
        *source.marks(" @"),
        *source.marks("@ "),
        *source.marks("(at"),
        *source.marks("[at"),
        *source.marks(" at "),
    ):
        start = at - 1 if source.folded[at - 1 : at] == " " and source.folded[at : at + 1] in "([{<" else at
        box = _HIDDEN_BOX.search(source.before(start, 80))
        if box is None or box[0].split(" ")[-1] in _NO_NAME:
            continue
        domain = _HIDDEN_DOMAIN.match(source.folded, start)
        provider = _PROVIDER.match(source.folded, start)
        whole = box[0] + (domain[0] if domain else "")
        if domain and _SIGN.search(whole) and box[0].split(" ")[0] not in _NO_NAME:
            yield Found(start - len(box[0]), domain.end(), "email")
        elif provider and _is_a_box(source, box[0], provider):
            yield Found(start - len(box[0]), provider.end(), "email")


def _is_a_box(source: Source, name: str, provider: re.Match[str]) -> bool:
    """“tom at gmail” is an address where somebody was asked to write; “tom77 at gmail” anyhow."""
    asked = _ASKED.search(source.before(provider.start() - len(name), 30))
    return bool(re.search(r"[\d._]| dot ", name) or asked or "@" in provider[0])
