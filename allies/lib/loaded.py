"""Pages that come from source files: created or updated by a stable id, without ever overwriting what staff changed."""

from __future__ import annotations

import hashlib
import itertools
from pathlib import Path
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

KEPT = "kept as a draft, because staff changed the page"


class FromSource(models.Model):
    """The columns of a page that a source file can fill. A page that staff begin gets its code from its address."""

    code = models.CharField(
        _("stable id"), max_length=100, unique=True, help_text=_("Never changes: members' progress hangs on it.")
    )
    source_digest = models.CharField(max_length=64, blank=True, editable=False)
    source_revision = models.PositiveIntegerField(null=True, editable=False)

    exclude_fields_in_copy = ["code", "source_digest", "source_revision"]

    class Meta:
        abstract = True

    def _set_core_field_defaults(self) -> None:
        """Wagtail calls this before it keeps a page, draft or not; its place in the tree is known by then."""
        super()._set_core_field_defaults()  # type: ignore[misc]
        if not self.code and self.depth:
            self.code = self._free_code()

    def _free_code(self) -> str:
        parent = self.get_parent().specific
        wanted = f"{getattr(parent, 'code', '') or parent.slug}/{self.slug}"[:90]
        taken = set(type(self)._default_manager.filter(code__startswith=wanted).values_list("code", flat=True))
        numbered = (f"{wanted}-{number}" for number in itertools.count(2))
        return next(code for code in itertools.chain([wanted], numbered) if code not in taken)


def digest(*paths: Path) -> str:
    """The SHA-256 of the files' bytes, in the order given."""
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in paths)).hexdigest()


def put_page(
    model: type[Page], parent: Page, *, code: str, source_digest: str, fields: dict[str, Any]
) -> tuple[Page, str]:
    """Make `model`'s page `code` under `parent` hold `fields`, and publish it.

    Returns the page and what was done: "created", "updated", "unchanged" or `KEPT`. A source that has not changed since
    it was last loaded changes nothing; a page that staff changed or took down since then gets the new text as a draft.
    """
    place = getattr(parent, "code", "")  # a file that moved to another folder is a change
    source_digest = hashlib.sha256(f"{place}\0{source_digest}".encode()).hexdigest()
    page = model._default_manager.filter(code=code).first()
    if page is None:
        page = parent.add_child(instance=model(code=code, **fields, live=False))
        return _publish(page, source_digest), "created"
    if page.source_digest == source_digest:
        return page, "unchanged"
    by_staff = not page.live or page.latest_revision_id != page.source_revision
    if by_staff:
        page = page.get_latest_revision_as_object()
    elif page.get_parent().pk != parent.pk:
        page.move(parent, pos="last-child")
        page = model._default_manager.get(pk=page.pk)
    for name, value in fields.items():
        setattr(page, name, value)
    page.source_digest = source_digest  # in the draft too: publishing it makes the draft's columns the page's
    if by_staff:
        page.save_revision()
        model._default_manager.filter(pk=page.pk).update(source_digest=source_digest)
        return page, KEPT
    page.save()
    return _publish(page, source_digest), "updated"


def _publish(page: Page, source_digest: str) -> Page:
    page.source_digest = source_digest
    revision = page.save_revision()
    revision.publish()
    type(page)._default_manager.filter(pk=page.pk).update(source_digest=source_digest, source_revision=revision.pk)
    page.refresh_from_db()
    return page


def keep_order(pages: list[Page]) -> None:
    """Move `pages`, children of one parent, into the order given when they stand in another."""
    paths = [page.path for page in pages]
    if paths == sorted(paths):
        return
    for page in pages:
        fresh = type(page)._default_manager.get(pk=page.pk)
        fresh.move(fresh.get_parent(), pos="last-child")
