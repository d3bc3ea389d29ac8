"""Words for letters that tell nothing, from which members choose. A test holds them to a list of words."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

FIRST, OWN = "1", "own"
SETS = {
    "sender": {FIRST: _("Notes"), "2": _("Reminder"), "3": _("Your notebook"), "4": _("Mailbox")},
    "subject": {
        FIRST: _("A new note"),
        "2": _("Something is waiting"),
        "3": _("Your note"),
        "4": _("One thing to look at"),
    },
    "preview": {
        FIRST: _("Something is waiting for you."),
        "2": _("There is a new note. It can wait."),
        "3": _("Have a look when you have a quiet moment."),
        "4": _("Nothing urgent."),
    },
}


def words(part: str, key: str) -> str:
    """`part`: sender, subject or preview. An unknown key is the first."""
    return str(SETS[part].get(key, SETS[part][FIRST]))
