"""Which names a member may go by. Pure: no rows, no clock, no settings."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache

from allies.accounts.common_names import FIRST_NAMES
from allies.accounts.lookalike import skeleton

SHORTEST, LONGEST = 3, 30

_RESERVED = """
    admin administrator allies anonymous bot contact deleted desk doctor editor everyone expert help helper helpdesk
    host info mail me member mod moderator mods nobody null official operator owner postmaster removed root security
    staff support system team undefined user webmaster writer you
""".split()  # noqa: SIM905
_ENDINGS = "com|org|net|info|io|co|uk|de|edu|gov|us|ca|au|eu|biz|app|dev|me|tv|ly|site|online|xyz"
_ADDRESS = re.compile(rf"^https?\b|^www\b|\.({_ENDINGS})($|[./])", re.IGNORECASE)
_MAIL = re.compile(r"@|＠|\b(gmail|hotmail|outlook|yahoo|icloud|proton(mail)?|aol|gmx)\b", re.IGNORECASE)
_SEPARATED = re.compile(r"[-_. ]")
# Letters by category that nothing draws: Hangul fillers, Khmer inherent vowels, variation selectors, the joiner.
_INVISIBLE = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")
_LONG_MARK = "ー"  # Japanese, though Unicode files it under no script
_SCRIPTS_TOGETHER = ({"HAN", "HIRAGANA", "KATAKANA"}, {"HAN", "HANGUL"})
_DIGITS_OF_A_PHONE = 7
_MARKS_IN_A_ROW = 2


class Refusal(StrEnum):
    SHORT = "short"
    LONG = "long"
    HIDDEN = "hidden"
    CHARACTERS = "characters"
    SCRIPTS = "scripts"
    EDGES = "edges"
    LETTERLESS = "letterless"
    MAIL = "mail"
    PHONE = "phone"
    ADDRESS = "address"
    RESERVED = "reserved"


def normalise(text: str) -> str:
    """The form in which a pseudonym is kept and shown: NFKC, without space around it."""
    return unicodedata.normalize("NFKC", text).strip()


def key(text: str) -> str:
    """The form by which a pseudonym is found: as kept, whatever its case."""
    folded = unicodedata.normalize("NFKC", text.strip()).casefold()
    return unicodedata.normalize("NFKC", folded).casefold().strip()


def refusal(text: str, *, reserved: tuple[str, ...] = ()) -> Refusal | None:
    """Why `text` cannot be a pseudonym, or None when it can. `reserved`: more names nobody may take."""
    if _hidden(text):  # before normalising, which would drop or replace some of them
        return Refusal.HIDDEN
    name = normalise(text)
    if _hidden(name):
        return Refusal.HIDDEN
    checks = (
        (Refusal.MAIL, bool(_MAIL.search(name))),
        (Refusal.ADDRESS, "/" in name or bool(_ADDRESS.search(name))),
        (Refusal.PHONE, sum(c.isdigit() for c in name) >= _DIGITS_OF_A_PHONE),
        (Refusal.SHORT, len(name) < SHORTEST),
        (Refusal.LONG, len(name) > LONGEST),
        (Refusal.CHARACTERS, not _allowed(name)),
        (Refusal.EDGES, not all(part and not _mark(part[0]) for part in _SEPARATED.split(name))),
        (Refusal.LETTERLESS, not any(c.isalpha() for c in name)),
        (Refusal.SCRIPTS, not _of_one_script(name)),
        (Refusal.RESERVED, skeleton(name) in _reserved(reserved)),
    )
    return next((reason for reason, found in checks if found), None)


def looks_like_full_name(text: str) -> bool:
    """Whether a reader would take it for somebody's first and last name: worth a question, never a refusal."""
    words = [word for word in _SEPARATED.split(normalise(text)) if word]
    if len(words) < 2 or not all(word.isalpha() for word in words):
        return False
    capitalised = all(word[0].isupper() and not word.isupper() for word in words)
    return capitalised or words[0].casefold() in FIRST_NAMES


def _hidden(text: str) -> bool:
    return bool(_INVISIBLE.search(text)) or any(unicodedata.category(c) in {"Cc", "Cf", "Co", "Cs", "Cn"} for c in text)


def _mark(character: str) -> bool:
    return unicodedata.category(character).startswith("M")


def _allowed(name: str) -> bool:
    in_a_row = 0
    for character in name:
        in_a_row = in_a_row + 1 if _mark(character) else 0
        ascii_other = character in "0123456789-_. "
        if in_a_row > _MARKS_IN_A_ROW or not (ascii_other or character.isalpha() or in_a_row):
            return False
    return True


def _of_one_script(name: str) -> bool:
    from confusable_homoglyphs.categories import alias  # reads a table: not at start

    letters = {c for c in name if (c.isalpha() or _mark(c)) and c != _LONG_MARK}
    scripts = {alias(c) for c in letters} - {"INHERITED"}
    if scripts & {"COMMON", "Unknown"}:  # letters by category that belong to no script are signs in disguise
        return False
    return len(scripts) <= 1 or any(scripts <= together for together in _SCRIPTS_TOGETHER)


@lru_cache(maxsize=8)
def _reserved(more: tuple[str, ...]) -> frozenset[str]:
    return frozenset(skeleton(word) for word in (*_RESERVED, *more))
