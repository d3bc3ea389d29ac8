"""How strong a passphrase must be, and what we say when it is not. Length and guesses count, not kinds of letters."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

SHORTEST, LONGEST = 12, 128
# What is estimated at a time. Time grows steeply with length: 0.2 s at worst for 32 characters here, 10 s for 100.
_WINDOW = 32
_GOOD = 3
_OF_OTHER_THINGS = (
    8  # characters that are not its owner's name, address or this site's: zxcvbn lets “alice is alice” pass
)
_estimating = threading.Lock()  # zxcvbn keeps the words of whoever asks in a table that all threads share


class Weakness(StrEnum):
    SHORT = "short"
    LONG = "long"
    YOURS = "yours"
    COMMON = "common"
    REPEATED = "repeated"
    KEYBOARD = "keyboard"
    ORDERED = "ordered"
    DATE = "date"
    GUESSABLE = "guessable"


_BY_PATTERN = {
    "repeat": Weakness.REPEATED,
    "spatial": Weakness.KEYBOARD,
    "sequence": Weakness.ORDERED,
    "date": Weakness.DATE,
    "regex": Weakness.DATE,
    "dictionary": Weakness.COMMON,
}
WORDS: dict[Weakness, str | Promise] = {
    Weakness.SHORT: _("It needs 12 characters or more. Four or five words in a row are easy to keep in mind."),
    Weakness.LONG: _("It can have up to 128 characters."),
    Weakness.YOURS: _("It is too close to your pseudonym, your e-mail or this site. Choose words far from them."),
    Weakness.COMMON: _("Many people use something like it. Put several words together that do not belong together."),
    Weakness.REPEATED: _("It repeats the same thing, which is guessed early. Add words that are different."),
    Weakness.KEYBOARD: _(
        "It follows the keys on the keyboard, which is guessed early. Put several words together instead."
    ),
    Weakness.ORDERED: _(
        "It counts or follows the alphabet, which is guessed early. Put several words together instead."
    ),
    Weakness.DATE: _("Dates and years are guessed early. Put several words together instead."),
    Weakness.GUESSABLE: _("It would be guessed too soon. Add one or two more words."),
}


def weakness(passphrase: str, about: Iterable[str] = ()) -> Weakness | None:
    """What makes `passphrase` too weak, or None. `about`: words that belong to its owner or to the site."""
    if len(passphrase) < SHORTEST:
        return Weakness.SHORT
    if len(passphrase) > LONGEST:
        return Weakness.LONG
    words = sorted({word.lower() for word in about if len(word) > 2}, key=len, reverse=True)
    if len(_without(passphrase.lower(), words)) < _OF_OTHER_THINGS:
        return Weakness.YOURS
    result = _estimate(passphrase[:_WINDOW], words)
    if result["score"] < _GOOD and len(passphrase) > _WINDOW:  # the whole is at least as strong as its strongest part
        result = max(result, _estimate(passphrase[-_WINDOW:], words), key=lambda estimate: estimate["guesses"])
    if result["score"] >= _GOOD:
        return None
    longest = max(result["sequence"], key=lambda match: len(match["token"]), default=None)
    if longest is None:
        return Weakness.GUESSABLE
    if longest.get("dictionary_name") == "user_inputs":
        return Weakness.YOURS
    return _BY_PATTERN.get(longest["pattern"], Weakness.GUESSABLE)


def _without(text: str, words: list[str]) -> str:
    for word in words:
        text = text.replace(word, "")
    return text


def _estimate(passphrase: str, about: list[str]) -> dict[str, Any]:
    from zxcvbn import zxcvbn  # reads its word lists: not at start

    with _estimating:
        return zxcvbn(passphrase, user_inputs=about, max_length=_WINDOW)


def words_about(*, pseudonym: str = "", email: str = "") -> list[str]:
    parts = [pseudonym, *pseudonym.replace("-", " ").replace("_", " ").replace(".", " ").split()]
    return [*parts, email, *email.split("@"), settings.SITE_NAME, "allies"]


class PassphraseValidator:
    """Django's door to the rule above, for every form and command that sets a passphrase."""

    def validate(self, password: str, user: Any = None) -> None:
        about = words_about(pseudonym=getattr(user, "pseudonym", ""), email=getattr(user, "email", ""))
        if found := weakness(password, about):
            raise ValidationError(WORDS[found], code=found)

    def get_help_text(self) -> str:
        return gettext("Twelve characters or more. Four or five words in a row are strong and easy to keep in mind.")
