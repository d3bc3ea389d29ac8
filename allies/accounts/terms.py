"""What a member agrees to on joining. A changed sentence needs a new version: a test holds their digests."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Term:
    key: str
    version: str
    title: str | Promise
    sentences: tuple[str | Promise, ...]
    tick: str | Promise


AGE = Term(
    "age",
    "2026-11",
    _("For adults"),
    (
        _("Members here are 18 or older."),
        _("If you are younger, the page on urgent help is open to you too: the people there will listen."),
    ),
    _("I am 18 or older."),
)
CONFIDENTIALITY = Term(
    "confidentiality",
    "2026-11",
    _("What we keep to ourselves, and when we cannot"),
    (
        _("We do not tell anyone that you are here, and we do not sell or share what you write."),
        _("Our staff read what you send them, and other members read what you post."),
        _("If a child may be in harm, or a life is in danger, the law may make us tell someone who can help."),
    ),
    _("I have read this and know its limits."),
)
AGREEMENT = Term(
    "agreement",
    "2026-11",
    _("How we treat each other"),
    (
        _("Be respectful, and share what you have lived instead of telling others what to do."),
        _("Choose words that put the person first, and leave out names and details that could show who somebody is."),
        _("Staff and moderators may take down what could hurt someone, and they will tell you why."),
    ),
    _("I agree."),
)
TERMS = (AGE, CONFIDENTIALITY, AGREEMENT)
