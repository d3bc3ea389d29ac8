from __future__ import annotations

import re

from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from allies.accounts.models import Member
from allies.accounts.sealing import seal, unseal


class SecondFactorAdapter(DefaultMFAAdapter):
    """Secrets sealed, and nothing on a member's other devices that tells what this site is about."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _(
            "That did not work. A code is good for half a minute and for one use: wait for the next one."
        ),
    }

    def encrypt(self, text: str) -> str:
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text)

    def get_totp_issuer(self) -> str:
        return settings.SITE_TITLE

    def _get_site_name(self) -> str:
        return settings.SITE_TITLE

    def _get_user_identifier(self, user: Member) -> str:
        return user.pseudonym

    def build_totp_svg(self, url: str) -> str:
        """The drawing alone, to stand in the page itself: a data: address would need a weaker policy."""
        drawing = re.sub(r"^<\?xml[^>]*\?>\s*", "", super().build_totp_svg(url))
        label = gettext("A square code for your authenticator app. The same secret is written below it.")
        return drawing.replace("<svg ", f'<svg role="img" aria-label="{label}" ', 1)

    def generate_authenticator_name(self, user: Member, type: str) -> str:  # noqa: A002 - allauth's name
        return gettext("Passkey %(number)d") % {"number": user.authenticator_set.filter(type=type).count() + 1}
