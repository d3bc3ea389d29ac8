"""What a question is about, as far as its asker tells it in taps: keys that are kept, and the words for them.

    kept(["partner", "alcohol"])     # "partner\nalcohol", for Question.about
    named("partner\nalcohol")        # [("Who it is about", "My partner"), ("Substance", "Alcohol")]

Each key stands for one choice of one group, so that lines need no names of groups. Keys stay for good; words may
change.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

RELATIONSHIP: list[tuple[str, Any]] = [
    ("partner", _("My partner")),
    ("former-partner", _("My former partner")),
    ("child", _("My child, under 18")),
    ("grown-child", _("My grown child")),
    ("parent", _("My mother or father")),
    ("sibling", _("My sister or brother")),
    ("grandchild", _("My grandchild")),
    ("friend", _("A friend")),
    ("other-person", _("Somebody else")),
]
SUBSTANCE: list[tuple[str, Any]] = [
    ("alcohol", _("Alcohol")),
    ("opioids", _("Opioids, such as heroin, fentanyl or pain pills")),
    ("cannabis", _("Cannabis")),
    ("stimulants", _("Stimulants, such as cocaine or meth")),
    ("sedatives", _("Sedatives, such as sleeping pills")),
    ("several", _("More than one")),
    ("other-substance", _("Something else")),
    ("not-known", _("I do not know")),
]
STAGE: list[tuple[str, Any]] = [
    ("not-seen", _("Sees no need to change")),
    ("wavering", _("Wavers: some days yes, some days no")),
    ("trying", _("Is trying to change")),
    ("in-treatment", _("Gets treatment or other help")),
    ("steady", _("Has not used for a while")),
    ("used-again", _("Has used again after a while without")),
]
CHOICES: dict[str, list[tuple[str, Any]]] = {"relationship": RELATIONSHIP, "substance": SUBSTANCE, "stage": STAGE}
NAMES: dict[str, Any] = {
    "relationship": _("Who it is about"),
    "substance": _("Substance"),
    "stage": _("Where they are now"),
}


def kept(keys: Iterable[str]) -> str:
    """One key a line, at most one of each group; what is empty or not known is left out."""
    given = list(keys)
    chosen = (next((key for key, _label in CHOICES[group] if key in given), "") for group in CHOICES)
    return "\n".join(key for key in chosen if key)


def chosen(about: str) -> dict[str, str]:
    """The key of each group that was told: what a form begins with."""
    lines = about.split()
    told = {group: next((key for key, _label in pairs if key in lines), "") for group, pairs in CHOICES.items()}
    return {group: key for group, key in told.items() if key}


def named(about: str) -> list[tuple[str, str]]:
    """What was told, in words: the group's name and the choice."""
    return [(str(NAMES[group]), str(dict(CHOICES[group])[key])) for group, key in chosen(about).items()]
