"""Asked each time a page is about to be published, whoever asks and whatever button it was."""

from __future__ import annotations

from typing import Any

from allies.answers.models import Question
from allies.answers.shown import NotClearedError, objection
from allies.answers.withdrawing import unschedule
from allies.audit.actions import record


def hold(page: Any) -> None:
    """Whoever publishes and an asker who takes her consent back wait for each other, here as in `quoting`."""
    if page.pk:
        Question.objects.select_for_update(of=("self",)).filter(quoted_in__page=page.pk).first()


def check_cleared(page: Any) -> None:
    """Raises NotClearedError."""
    if why := objection(page):
        raise NotClearedError(why)


def may_publish(revision: Any, *, at_set_time: bool) -> bool:
    """Raises NotClearedError. At a set time nobody is there to be told: the page stays a draft, and the log says so."""
    page = revision.as_object()
    if not at_set_time:
        check_cleared(page)
    if not objection(page):
        return True
    unschedule(page)
    record("page-not-published", page, by=None, reason="Its asker's consent or the second reading is missing.")
    return False
