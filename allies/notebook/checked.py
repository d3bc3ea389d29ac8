"""The request check beside words that a member means to say: what they have, and what could be added. Never a judge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from allies.craft.requesting import ELEMENTS, request_check

LONGEST: Final = 4000  # characters that are looked at
SHORTEST: Final = 3  # words
AT_ONCE: Final = 2  # thoughts; the others are folded
LANGUAGE: Final = "en"  # of the check
NAMES: Final[dict[str, Any]] = {
    "brief": _("Short"),
    "positive": _("Kind"),
    "specific": _("One clear thing"),
    "feeling": _("My feeling"),
    "understanding": _("Their side"),
    "responsibility": _("My part"),
    "offer": _("An offer"),
}


@dataclass(frozen=True, slots=True)
class Thought:
    name: Any
    reason: str
    suggestion: str


@dataclass(frozen=True, slots=True)
class Checked:
    has: list[Any]  # names of elements
    first: list[Thought]
    rest: list[Thought]
    of: int = len(ELEMENTS)


def checked(text: str) -> Checked | None:
    """None for too few words, or in a language that the check does not read."""
    if len(text.split()) < SHORTEST or not (get_language() or LANGUAGE).startswith(LANGUAGE):
        return None
    found = request_check(text[:LONGEST]).elements
    thoughts = [
        Thought(NAMES[name], element.reason, element.suggestion)
        for name, element in found.items()
        if not element.present
    ]
    return Checked([NAMES[name] for name in found if found[name].present], thoughts[:AT_ONCE], thoughts[AT_ONCE:])
