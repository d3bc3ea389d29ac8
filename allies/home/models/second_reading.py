from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.locks import WorkflowLock
from wagtail.models import Page, Task, TaskState

from allies.accounts.models import Member, Role

READERS = {Role.SECOND_READER, Role.EDITOR, Role.OPERATOR}


class Waiting(WorkflowLock):
    """Said above the form of a page that waits."""

    def get_message(self, user: Member) -> str:
        return gettext(
            "This page waits for a second reader, and nobody changes it meanwhile. Its writer can take it back."
        )


class SecondReading(Task):
    """The step before a page goes live: somebody else reads it, and approves it or returns it with a comment.

    While it waits nobody edits it, so that what is approved is what was read. Its writer can take it back.
    """

    lock_class = Waiting

    class Meta:
        verbose_name = _("second reading")
        verbose_name_plural = _("second readings")

    def objection(self, page: Page, reader: Member) -> str:
        """Why `reader` may not decide about `page`; empty when they may."""
        state, revision = page.current_workflow_state, page.get_latest_revision()
        if state is None or revision is None:
            return gettext("This page is not waiting to be read.")
        if reader.role not in READERS or not reader.is_active:
            return gettext("Second readers and editors decide about this page.")
        if reader.pk == state.requested_by_id:
            return gettext("You submitted this page, so somebody else has to read it.")
        if reader.pk == revision.user_id:
            return gettext("You were the last to change this page, so somebody else has to read it.")
        if state.current_task_state.revision_id != revision.pk:
            return gettext("This page was changed after it was submitted. It has to be submitted again.")
        return ""

    def get_actions(self, obj: Page, user: Member) -> list[tuple[str, str, bool]]:
        if self.objection(obj, user):
            return []
        return [("reject", gettext("Return with a comment"), True), ("approve", gettext("Approve"), False)]

    @transaction.atomic
    def on_action(self, task_state: TaskState, user: Member, action_name: str, comment: str = "", **rest: Any) -> None:
        """Approve or return, whatever page or button it came from. Rules are asked again here."""
        page = task_state.workflow_state.content_object
        if objection := self.objection(page, user):
            raise PermissionDenied(objection)
        if action_name == "reject" and not comment.strip():
            raise PermissionDenied(gettext("Say what should change, then return the page."))
        super().on_action(task_state, user, action_name, comment=comment)

    def get_form_for_action(self, action: str) -> type:
        from allies.home.forms import CommentForm, ReturnForm

        return ReturnForm if action == "reject" else CommentForm

    def locked_for_user(self, obj: Page, user: Member) -> bool:
        return True

    def user_can_access_editor(self, obj: Page, user: Member) -> bool:
        return user.role in READERS

    def get_task_states_user_can_moderate(self, user: Member, **rest: Any) -> QuerySet[TaskState]:
        waiting = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        if user.role not in READERS:
            return waiting.none()
        return waiting.exclude(workflow_state__requested_by=user).exclude(revision__user=user)

    @classmethod
    def get_description(cls) -> str:
        return gettext("Somebody other than the writer reads the page before it goes live.")
