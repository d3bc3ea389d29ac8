"""What each role may do at the desk, and the second reading. Made anew at every start, so that it cannot drift."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from allies.accounts.models import Role
from allies.home.models import SecondReading

WRITE = ("add_page", "change_page")
KEEP = (*WRITE, "publish_page", "bulk_delete_page", "lock_page", "unlock_page")
SNIPPETS = tuple(f"{verb}_{model}" for verb in ("add", "change", "view") for model in ("topic", "recording"))
EDITORS = (
    *SNIPPETS,
    "delete_topic",
    "delete_recording",
    *(f"{verb}_helpline" for verb in ("add", "change", "delete", "view")),
)
PICTURES = ("add_image", "change_image", "choose_image")
NAME = "a second reader"  # as in “Submit to a second reader”


def open_desk(root: Page, rooms: list[Page]) -> None:
    """Let each role do its part: writers and second readers in `rooms`, editors and operators all below `root`."""
    for role in map(Role, Role.values):
        writes, edits = role in {Role.WRITER, Role.SECOND_READER}, role in {Role.EDITOR, Role.OPERATOR}
        group, _made = Group.objects.get_or_create(name=role)
        own = ("access_admin", *SNIPPETS) if writes else ("access_admin", *EDITORS) if edits else ()
        group.permissions.set(_permissions(*own))
        _allow_pages(group, rooms if writes else [root] if edits else [], WRITE if writes else KEEP)
        _allow_pictures(group, (*PICTURES, "delete_image") if edits else PICTURES if writes else ())
    Group.objects.filter(name__in=["Editors", "Moderators"], user=None).delete()  # what a fresh Wagtail brings
    _second_reading(rooms)


def _permissions(*codenames: str) -> list[Permission]:
    ours = Q(
        content_type__app_label__in=["answers", "programme", "home", "wagtailadmin", "wagtailcore", "wagtailimages"]
    )
    found = list(Permission.objects.filter(ours, codename__in=codenames))
    if len(found) != len(codenames):
        raise LookupError(f"permissions missing: {set(codenames) - {each.codename for each in found}}")
    return found


def _allow_pages(group: Group, places: list[Page], codenames: tuple[str, ...]) -> None:
    wanted = {(place.pk, each.pk) for place in places for each in _permissions(*codenames)}
    rows = GroupPagePermission.objects.filter(group=group)
    here = {(row.page_id, row.permission_id): row for row in rows}
    for key in here.keys() - wanted:
        here[key].delete()
    for page, permission in wanted - here.keys():
        GroupPagePermission.objects.create(group=group, page_id=page, permission_id=permission)


def _allow_pictures(group: Group, codenames: tuple[str, ...]) -> None:
    everything = Collection.get_first_root_node()
    wanted = {each.pk for each in _permissions(*codenames)}
    rows = GroupCollectionPermission.objects.filter(group=group)
    rows.exclude(permission__in=wanted, collection=everything).delete()
    for permission in wanted - set(rows.values_list("permission_id", flat=True)):
        GroupCollectionPermission.objects.create(group=group, collection=everything, permission_id=permission)


def _second_reading(rooms: list[Page]) -> None:
    """One workflow with one step for all that is written in `rooms`."""
    task = SecondReading.objects.first() or SecondReading.objects.create(name=NAME)
    workflow = Workflow.objects.filter(workflow_tasks__task=task).first() or Workflow.objects.create(name=NAME)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task)
    for room in rooms:
        WorkflowPage.objects.update_or_create(page=room, defaults={"workflow": workflow})
    unused = Workflow.objects.exclude(pk=workflow.pk).filter(name="Moderators approval")  # a fresh Wagtail's own
    WorkflowPage.objects.filter(workflow__in=unused).delete()
    GroupApprovalTask.objects.filter(workflow_tasks__workflow__in=unused, task_states=None).delete()
    unused.filter(workflow_states=None).delete()
