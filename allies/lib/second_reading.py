"""Pages that another person reads before the public does, and the pages that everything hangs on."""

from __future__ import annotations

from typing import Any

from django.db import models
from wagtail.models import PagePermissionTester


class ReadPermissions(PagePermissionTester):
    """Nobody publishes such a page alone: it goes live when a second reader approves it.

    Once it is live, who may publish may also publish a correction. This is asked on the server by every way that
    Wagtail knows of publishing: the form, the list, a copy, an alias.
    """

    def can_publish(self) -> bool:
        return bool(super().can_publish() and self.page.live)

    def can_publish_subpage(self) -> bool:
        return False

    def can_unschedule(self) -> bool:
        return bool(super().can_publish())

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Another's draft is deleted by who may publish."""
        own = self.page.owner_id == self.user.pk
        return bool(super().can_delete(ignore_bulk) and (own or "publish" in self.permissions))

    def can_set_view_restrictions(self) -> bool:
        return False  # readers do not come through Wagtail, so that its restrictions would hold nobody


class FixedPermissions(ReadPermissions):
    """Stays where it is, and stays live: the site has places that count on it."""

    def can_edit(self) -> bool:
        return False

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return False

    def can_unpublish(self) -> bool:
        return False


class HousePermissions(FixedPermissions):
    """A page of the house itself: its words change, by those who may publish."""

    def can_edit(self) -> bool:
        return bool(PagePermissionTester.can_edit(self))

    def can_publish(self) -> bool:
        return bool(PagePermissionTester.can_publish(self))


class _WithPermissions(models.Model):
    permissions = PagePermissionTester

    class Meta:
        abstract = True

    def permissions_for_user(self, user: Any) -> PagePermissionTester:
        return self.permissions(user, self)


class ReadTwice(_WithPermissions):
    """Mix into a page model: it is approved by a second reader before it goes live."""

    permissions = ReadPermissions

    class Meta:
        abstract = True


class Fixed(_WithPermissions):
    """Mix into a page model that nobody edits, moves or deletes."""

    permissions = FixedPermissions

    class Meta:
        abstract = True


class OfTheHouse(_WithPermissions):
    permissions = HousePermissions

    class Meta:
        abstract = True
