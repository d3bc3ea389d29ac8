"""What happens to pages at the desk is written down twice: in Wagtail's history for staff, and in our own record."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save
from wagtail.models import PageLogEntry
from wagtail.signals import page_slug_changed, post_page_move

from allies.answers.withdrawing import ALSO
from allies.audit.actions import record
from allies.home.former_addresses import forget_told, keep_after_move, keep_after_rename

VERBS = {
    "wagtail.publish": "page-published",
    "wagtail.publish.schedule": "page-scheduled",
    "wagtail.publish.scheduled": "page-published-as-scheduled",
    "wagtail.schedule.cancel": "page-unscheduled",
    "wagtail.unpublish": "page-unpublished",
    "wagtail.unpublish.scheduled": "page-unpublished-as-scheduled",
    "wagtail.workflow.start": "page-submitted",
    "wagtail.workflow.resume": "page-submitted",
    "wagtail.workflow.approve": "page-approved",
    "wagtail.workflow.reject": "page-returned",
    "wagtail.workflow.cancel": "page-taken-back",
    "wagtail.delete": "page-deleted",
    "wagtail.move": "page-moved",
}


def begin() -> None:
    post_save.connect(_write_down, sender=PageLogEntry, dispatch_uid="home.records")
    page_slug_changed.connect(keep_after_rename, dispatch_uid="home.former")
    post_page_move.connect(keep_after_move, dispatch_uid="home.former")
    ALSO.append(forget_told)


def _write_down(sender: type, instance: PageLogEntry, created: bool, **rest: Any) -> None:
    verb = VERBS.get(instance.action)
    if created and verb:
        record(
            verb,
            f"{instance.content_type.app_label}.{instance.content_type.model}:{instance.page_id}",
            by=instance.user,
        )
