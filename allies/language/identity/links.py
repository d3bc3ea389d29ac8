"""Links to pages of somebody's own; not to public services and large sites."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allies.language.identity.lists import cue, one_of, words
from allies.language.identity.source import Found, Source, some

_TOPS, _SURE = one_of(words("sites", "tops")), one_of(words("sites", "sure"))
_HOST = r"[a-z0-9][a-z0-9\-]{0,62}(?:\.[a-z0-9\-]{1,63}){0,4}"
_REST = r"[^\s<>\"“”]{0,300}"
_LINK = re.compile(
    rf"(?<![@.])(?:(?:https?|ftp)://{_REST}|www\.{_REST}"
    rf"|{_HOST}\.(?:{_TOPS})(?::\d{{2,5}})?/(?=[^\s]){_REST}"
    rf"|{_HOST}\.(?:{_SURE})(?![\w@\-]|\.[a-z0-9])/?)"
)
_SPOKEN = re.compile(
    rf"[a-z0-9\-]{{2,40}}(?: dot [a-z0-9\-]{{2,40}}){{0,2}} dot (?:{_SURE}|co dot uk|org dot uk)\b"
    r"(?: (?:slash|forward slash) [\w\-]{1,40}){0,2}"
)
_OWN = re.compile(rf"\b(?:{cue('links', 'own')})\b")
_ENDINGS, _DOMAINS = words("sites", "endings"), words("sites", "domains")
_SOCIAL, _PAGES, _MAIL = words("sites", "social"), words("sites", "pages"), words("sites", "mail")
_HELPING = words("sites", "helping")
_BODIES = tuple(f".{ending}" for ending in words("sites", "helping_endings"))
_BLOGS = (".wordpress.com", ".tumblr.com", ".substack.com", ".medium.com", ".blogger.com", ".etsy.com")
_POSTS = re.compile(
    r"(?:r|watch|hashtag|search|explore|dp|gp|books?|title|episode|show|playlist|embed|shorts|results)(?:[/?]|$)"
)
_BEGUN = "abcdefghijklmnopqrstuvwxyz0123456789-"
_DOT = frozenset({"dot"})
_SPOKEN_BEGUN = re.compile(r"(?<![\w.@])[a-z0-9\-]{2,40} $")
SURE, DOT = re.compile(r"\.[a-z0-9]|://"), re.compile(r"\.[a-z0-9]")  # one sign in front is found soonest


def find(source: Source) -> Iterator[Found]:
    reached = 0
    for sign in some(SURE.finditer(source.folded)):
        if sign.start() < reached:
            continue
        start = max(0, sign.start() - 80) + len(source.before(sign.start(), 80).rstrip(_BEGUN))
        link = _LINK.match(source.folded, max(start, reached))
        if link is None:
            continue
        reached = link.end()
        address = link[0].rstrip(".,;:!?)]}'’*_")
        if len(address) > 3 and "." in address and not _shows_nobody(address, source.before(link.start(), 30)):
            yield Found(link.start(), link.start() + len(address), "link")


def spoken(source: Source) -> Iterator[Found]:
    for at, _word in source.places(_DOT):
        begun = _SPOKEN_BEGUN.search(source.before(at, 44))
        start = at - len(begun[0]) if begun else at
        link = _SPOKEN.match(source.folded, start) if begun and source.before(start, 4) != " at " else None
        if link and not is_public(link[0].replace(" dot ", ".").split(" ")[0]):
            yield Found(*link.span(), "link")


def is_public(domain: str) -> bool:
    """Whether a domain, or one above it, is a public service's or a large site's; not one where people get letters."""
    parts = domain.removeprefix("www.").split(":")[0].split(".")
    above = {".".join(parts[at:]) for at in range(len(parts))}
    if above & _ENDINGS:
        return True
    return not (above & {f"{mail}.com" for mail in _MAIL}) and bool(above & _DOMAINS) and parts[0] not in _MAIL


def _shows_nobody(address: str, before: str) -> bool:
    address = re.sub(r"^[a-z]+://", "", address).removeprefix("www.")
    domain, _slash, path = address.partition("/")
    domain = domain.split(":")[0].split("?")[0]
    path = path.strip("/")
    own = re.sub(r"^(?:m|en|uk|mobile)\.", "", domain)
    first = path.split("/")[0].split("?")[0]
    if f"{own}/{first}" in _SOCIAL or (first.startswith("@") and f"{own}/@" in _SOCIAL):
        return False
    if own in _SOCIAL or own.partition(".")[2] in _SOCIAL:
        return not own.endswith(_BLOGS) and (not path or first in _PAGES or bool(_POSTS.match(path)))
    if is_public(domain):
        return not own.endswith(_BLOGS)
    helping = any(part in domain for part in _HELPING) and domain.endswith(_BODIES)
    return (helping or domain.endswith((".edu", ".ac.uk"))) and "~" not in path and not _OWN.search(before)
