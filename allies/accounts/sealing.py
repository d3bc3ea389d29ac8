"""Secrets of second factors, and words that wait for their writer to sign in: sealed before the database has them."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from secrets import token_bytes

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from allies.accounts.keys import keys_for
from allies.lib.sealed import UnreadableError

_PURPOSE = "second factors"
_FORM = "v1"
_NONCE = 12


def seal(text: str) -> str:
    """`v1.<name of the key>.<nonce and AES-256-GCM>`: the name lets keys change while old secrets stay readable."""
    key = keys_for(_PURPOSE)[0]
    nonce = token_bytes(_NONCE)
    sealed = AESGCM(key.value).encrypt(nonce, text.encode(), key.name.encode())
    return f"{_FORM}.{key.name}.{urlsafe_b64encode(nonce + sealed).decode()}"


def unseal(sealed: str) -> str:
    form, _, rest = sealed.partition(".")
    name, _, body = rest.partition(".")
    key = next((key for key in keys_for(_PURPOSE) if key.name == name), None)
    if form != _FORM or key is None:
        raise UnreadableError("No known key opens this secret. Was ALLIES_MFA_KEY or ALLIES_SECRET_KEY changed?")
    raw = urlsafe_b64decode(body)
    try:
        return AESGCM(key.value).decrypt(raw[:_NONCE], raw[_NONCE:], name.encode()).decode()
    except InvalidTag as problem:
        raise UnreadableError("This secret was altered.") from problem
