"""The signed address with which whoever reads the mail stops it: without signing in, and good for nothing else."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from contextlib import suppress
from uuid import UUID

from django.conf import settings
from django.core import signing

from allies.inbox.models import ContactProfile

_SIGNER = {"salt": "inbox.stop", "sep": "."}


def stop_address(profile: ContactProfile) -> str:
    token = signing.Signer(**_SIGNER).sign(urlsafe_b64encode(profile.pk.bytes).decode().rstrip("="))
    return f"{settings.ORIGIN}/inbox/stop/{token}/"


def profile_key(token: str) -> UUID | None:
    with suppress(signing.BadSignature, ValueError):
        return UUID(bytes=urlsafe_b64decode(f"{signing.Signer(**_SIGNER).unsign(token)}=="))
    return None
