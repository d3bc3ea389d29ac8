from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from allies.accounts.models import Member
from allies.lib.prepared import Prepared, PreparedRows
from allies.lib.suggestions import Suggestion, fitting
from allies.programme.models import LessonEdition, ModuleEdition, Recording, WatchedTo
from allies.programme.outline import Step, outline_for

_MODULE: PreparedRows[ModuleEdition] = PreparedRows(lambda key: ModuleEdition.objects.filter(pk=key), int)
_LESSON: PreparedRows[LessonEdition] = PreparedRows(
    lambda module, lesson: LessonEdition.objects.filter(module__slug=module, slug=lesson), str, str
)
_TITLES = Prepared(lambda: LessonEdition.objects.values_list("module__slug", "slug", "title"))


def titles() -> dict[str, str]:
    """What each published lesson is called, by its address."""
    return {f"/learn/{module}/{lesson}/": title for module, lesson, title in _TITLES()}


def lesson_at(module: str, lesson: str) -> LessonEdition:
    """The published lesson at /learn/<module>/<lesson>/, or 404."""
    for found in _LESSON(module, lesson):
        (found.module,) = _MODULE(found.module_id)
        return found
    raise Http404


def recording(key: UUID) -> Recording:
    return get_object_or_404(Recording, key=key)


def positions_of(member: Member) -> dict[str, int]:
    """Where `member` stopped in each recording, in seconds, by the recording's key."""
    return {str(key): seconds for key, seconds in WatchedTo.objects.of(member).values_list("recording__key", "seconds")}


def resume_for(member: Member) -> Step | None:
    """The lesson at which `member` left off, or the next one; None when all are done."""
    return outline_for(member).resume


def suggested(words: list[str], member: Any) -> list[Suggestion]:
    rows = fitting(LessonEdition.objects.filter(coming=False).select_related("module"), words)
    return [Suggestion(each.title, each.summary, each.address, "lesson") for each in rows]
