"""The desk as its staff meet it: their own words and work on it, and nothing that is not theirs."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import include, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.models import WorkflowState
from wagtail.signals import workflow_approved, workflow_rejected, workflow_submitted
from wagtail.snippets.models import register_snippet

from allies.home.desk_lists import HelpLines, Recordings, Topics
from allies.home.desk_panels import ReadAndDecide, Waiting
from allies.home.queries import uncleared
from allies.home.views import desk

for listed in (Topics, Recordings, HelpLines):
    register_snippet(listed)

# Wagtail's letters carry headlines, and with them what this site is about, into mailboxes that others may read.
for signal, letter in (
    (workflow_submitted, "workflow_state_submitted_email_notification"),
    (workflow_approved, "workflow_state_approved_email_notification"),
    (workflow_rejected, "workflow_state_rejected_email_notification"),
):
    signal.disconnect(sender=WorkflowState, dispatch_uid=letter)

CLUTTER = {"help", "reports", "settings", "documents"}
ACTIONS = {"action-cancel-workflow": gettext_lazy("Take it back")}
BY_PERMISSION = {"publish": "can_publish", "unpublish": "can_unpublish", "delete": "can_delete", "move": "can_move"}


@hooks.register("register_admin_urls")
def our_pages() -> list[Any]:
    own = [path("second-reading/<int:key>/", desk.second_reading, name="second-reading")]
    return [path("", include((own, "reading")))]


@hooks.register("construct_main_menu")
def without_clutter(request: HttpRequest, items: list[Any]) -> None:
    items[:] = [item for item in items if item.name not in CLUTTER]


@hooks.register("construct_homepage_panels")
def what_waits(request: HttpRequest, panels: list[Any]) -> None:
    panels[:] = [Waiting(), *(panel for panel in panels if panel.name == "recent_edits")]


@hooks.register("construct_page_action_menu")
def plain_words(items: list[Any], request: HttpRequest, context: Any) -> None:
    for item in items:
        item.label = ACTIONS.get(item.name, item.label)
    items[:] = [item for item in items if item.name != "action-restart-workflow"]


@hooks.register("register_page_action_menu_item")
def read_and_decide() -> ReadAndDecide:
    return ReadAndDecide()


@hooks.register("before_bulk_action")
def as_each_page_allows(request: HttpRequest, action: str, pages: list[Any], view: Any) -> HttpResponse | None:
    """Wagtail asks the plain page, whose rules are looser than those of what it really is."""
    rule = BY_PERMISSION.get(action)
    for page in pages if rule and hasattr(pages[0] if pages else None, "specific") else []:
        inside = page.get_descendants(inclusive=True).specific() if action != "move" else [page.specific]
        if not all(getattr(each.permissions_for_user(request.user), str(rule))() for each in inside):
            messages.error(request, _("Not done: “%(title)s” does not allow it.") % {"title": page.title})
            return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None


@hooks.register("before_publish_page")
def not_alone(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Behind the buttons: no form publishes what its page does not let this person publish."""
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    if why := uncleared(page):
        messages.warning(request, _("Kept as a draft, and not published. %(why)s") % {"why": why})
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


@hooks.register("after_edit_page")
@hooks.register("after_create_page")
def say_why_not(request: HttpRequest, page: Any) -> None:
    if request.POST.get("action-publish") and not page.permissions_for_user(request.user).can_publish():
        messages.warning(request, _("Kept as a draft: somebody else reads it before it is published. Submit it."))
