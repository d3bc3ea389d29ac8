"""Recovery codes: made, read as people type them, and turned into what is stored. Pure but for the key."""

from __future__ import annotations

import hmac
import secrets

from allies.accounts.keys import Key, keys_for

HOW_MANY = 8
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's 32: no i, l, o, u
_GROUPS, _GROUP = 3, 5  # 15 letters of 5 bits: 75 bits
_READ_AS = str.maketrans(
    {"o": "0", "i": "1", "l": "1", "-": None, " ": None, "\u00a0": None, "‐": None, "–": None, "\t": None}
)


def make() -> list[str]:
    return [_one() for _ in range(HOW_MANY)]


def read(typed: str) -> str:
    """The code as it was made, from what was typed: case, spaces, dashes and look-alikes do not matter."""
    return typed.strip().lower().translate(_READ_AS)


def stored(code: str) -> str:
    """What is kept of a code.

    HMAC-SHA256 under a key outside the database, not Argon2: a code has 75 random bits, so nobody guesses it from a
    stolen copy even without the key, and a fast digest lets one query look it up, whoever asks.
    """
    return _digest(keys_for("recovery codes")[0], code)


def possible(typed: str) -> list[str]:
    """What may be kept of it, under each key that is still read."""
    return [_digest(key, typed) for key in keys_for("recovery codes")]


def _digest(key: Key, code: str) -> str:
    return f"{key.name}.{hmac.new(key.value, read(code).encode(), 'sha256').hexdigest()}"


def _one() -> str:
    letters = [secrets.choice(_ALPHABET) for _ in range(_GROUPS * _GROUP)]
    return "-".join("".join(letters[at : at + _GROUP]) for at in range(0, len(letters), _GROUP))
