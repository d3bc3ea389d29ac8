"""What stands on the desk when staff come in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.ui.components import Component

from allies.home import queries


class Waiting(Component):
    """What I may decide about, what came back to me, and what of mine still waits."""

    name = "waiting"
    order = 100
    template_name = "home/desk/waiting.html"

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        member = (parent_context or {})["request"].user
        return {
            "to_read": queries.waiting_for(member),
            "returned": queries.returned_to(member),
            "submitted": queries.submitted_by(member),
        }


class ReadAndDecide(ActionMenuItem):
    label = _("Read and decide")
    name = "action-second-reading"
    icon_name = "glasses"
    order = -10

    def is_shown(self, context: Any) -> bool:
        page = context.get("page")
        task = page.current_workflow_task if page and context["view"] == "edit" else None
        return bool(task and task.get_actions(page, context["request"].user))

    def get_url(self, parent_context: Any) -> str:
        return reverse("reading:second-reading", args=[parent_context["page"].pk])
