from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from wagtail.images.models import Image, Rendition
from wagtail.models import Page, Task, TaskState

from allies.accounts.models import Member
from allies.answers.models import AnswerPage
from allies.answers.shown import objection
from allies.home.models import PlainEdition, SecondReading


def plain_edition_at(slug: str) -> PlainEdition | None:
    return PlainEdition.objects.filter(slug=slug).first()


NULL = "\x00"  # PostgreSQL refuses to be asked about a text that holds one


def rendition(name: str) -> Rendition | None:
    return None if NULL in name else Rendition.objects.filter(file=name).first()


def original(name: str) -> Image | None:
    return None if NULL in name else Image.objects.filter(file=name).first()


def waiting_page(key: int) -> tuple[Any, Task, TaskState]:
    """A page that waits for its second reading, as it was submitted, with its task and state; 404 when it does not."""
    page = get_object_or_404(Page, pk=key)
    task, state = page.current_workflow_task, page.current_workflow_task_state
    if task is None or state is None:
        raise Http404
    return page.get_latest_revision_as_object(), task, state


def uncleared(page: Any) -> str:
    """Why a page that came from a member's question may not be published yet; empty for every other."""
    return objection(page) if isinstance(page, AnswerPage) else ""


def _waiting() -> QuerySet[TaskState]:
    readings = TaskState.objects.filter(task__in=SecondReading.objects.all(), status=TaskState.STATUS_IN_PROGRESS)
    return readings.select_related("workflow_state__requested_by", "revision").order_by("started_at")


def waiting_for(reader: Member) -> list[TaskState]:
    """What `reader` may decide about, the longest waiting first."""
    task = SecondReading.objects.first()
    if task is None:
        return []
    states = task.get_task_states_user_can_moderate(reader).order_by("started_at")
    return list(states.select_related("workflow_state__requested_by", "revision"))


def submitted_by(writer: Member) -> list[TaskState]:
    return list(_waiting().filter(workflow_state__requested_by=writer))


def returned_to(writer: Member) -> list[TaskState]:
    """What came back to `writer` with a comment and was not submitted again."""
    back = TaskState.objects.filter(
        task__in=SecondReading.objects.all(),
        status=TaskState.STATUS_REJECTED,
        workflow_state__requested_by=writer,
        workflow_state__status="needs_changes",
    )
    return list(back.select_related("finished_by", "revision", "workflow_state").order_by("-finished_at"))
