"""How an address or a name is kept of somebody whom a member must not meet. Pure but for the key."""

from __future__ import annotations

import hmac
import re
import unicodedata

from allies.accounts.keys import Key, keys_for
from allies.accounts.lookalike import skeleton

_PURPOSE = "avoided addresses"
_SPACES = re.compile(r"\s+")


def address_key(address: str) -> str:
    """An address as it is compared: whatever its case, and without spaces or characters that nobody sees."""
    folded = unicodedata.normalize("NFKC", address).casefold()
    return "".join(c for c in _SPACES.sub("", folded) if unicodedata.category(c) != "Cf")


def stored(kind: str, text: str) -> str:
    """HMAC-SHA256 under a key outside the database: whoever has a copy cannot try addresses on it."""
    return _digest(keys_for(_PURPOSE)[0], kind, text)


def possible(kind: str, text: str) -> list[str]:
    """What may be kept of it, under each key that is still read."""
    return [_digest(key, kind, text) for key in keys_for(_PURPOSE)]


def _digest(key: Key, kind: str, text: str) -> str:
    """A name stands for all that can be taken for it, as when it is chosen: two members never have one such form."""
    plain = f"{kind}:{address_key(text) if kind == 'address' else skeleton(text)}"
    return f"{key.name}.{hmac.new(key.value, plain.encode(), 'sha256').hexdigest()}"
