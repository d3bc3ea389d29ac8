"""Keys for one purpose each, derived from the operator's secrets: the first one is in use, the others only read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


@dataclass(frozen=True, slots=True)
class Key:
    name: str  # tells the keys apart without telling the key
    value: bytes


DATA_KEYS = "data keys"


def keys_for(purpose: str) -> tuple[Key, ...]:
    """Newest first. The operator's own keys when they are set, the site's secret key (and its predecessors) always."""
    own = settings.DATA_KEYS if purpose == DATA_KEYS else settings.MFA_KEYS
    return _derived(purpose, (*own, settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS))


@lru_cache(maxsize=16)
def _derived(purpose: str, secrets: tuple[str, ...]) -> tuple[Key, ...]:
    found = []
    for secret in secrets:
        derivation = HKDF(algorithm=SHA256(), length=32, salt=None, info=f"allies {purpose}".encode())
        value = derivation.derive(secret.encode())
        found.append(Key(sha256(b"name" + value).hexdigest()[:8], value))
    return tuple(found)
