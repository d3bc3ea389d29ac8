"""What a letter says: the member's own choice of words, and nothing of what happened."""

from __future__ import annotations

from email.headerregistry import Address
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.encoding import punycode

from allies.inbox.models import ContactProfile, Letter
from allies.inbox.stopping import stop_address


def written(letter: Letter, profile: ContactProfile) -> EmailMessage:
    """Its key is the letter's, so that a second copy after a crash can be told from a second letter."""
    sender = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    domain = punycode(sender.partition("@")[2]) or "localhost"
    body = profile.words("preview")
    if profile.link:
        body = f"{body}\n\n{settings.ORIGIN}/inbox/"
    headers = {
        "Message-ID": f"<{letter.pk.hex}@{domain}>",
        "Auto-Submitted": "auto-generated",
        "List-Unsubscribe": f"<{stop_address(profile)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    from_ = str(Address(profile.words("sender"), addr_spec=sender))
    return EmailMessage(profile.words("subject"), f"{body}\n", from_, [profile.member.email], headers=headers)
