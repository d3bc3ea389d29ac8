"""What a kit still lacks, in words. Kind, and one step each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from allies.craft.readiness import Missing

WORDS: Final[dict[Missing, Any]] = {
    Missing.OPTION: _("A place that could help, with its phone number. One is a beginning."),
    Missing.SECOND: _("You have one option with a phone number. A second helps, when the first is full."),
    Missing.FIRST: _("How soon a first appointment could be. Ask one of them today."),
    Missing.WORDS: _("One or two sentences that you will say."),
    Missing.PLAN_B: _("What you say when the answer is no, so that the door stays open."),
    Missing.COST: _("What it costs, and who pays."),
    Missing.ASKED: _("A call to one of them: ask whether all is still as you wrote it down."),
    Missing.PACK: _("What to pack."),
    Missing.DRIVES: _("Who drives."),
    Missing.CHILDREN: _("Who looks after the children then, or that there are none."),
}
SECTIONS: Final[dict[Missing, int]] = {
    Missing.OPTION: 1, Missing.SECOND: 2, Missing.FIRST: 1, Missing.COST: 1, Missing.ASKED: 1,
    Missing.WORDS: 5, Missing.PLAN_B: 5, Missing.PACK: 6, Missing.DRIVES: 6, Missing.CHILDREN: 6,
}  # fmt: skip  # of the kit's form, counted from 1


def said(missing: Sequence[Missing]) -> list[tuple[Any, int]]:
    """Each with the section of the form in which it is written down."""
    return [(WORDS[each], SECTIONS[each]) for each in missing]
