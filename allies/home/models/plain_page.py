from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from allies.lib.blocks import PageBody
from allies.lib.edition import Edition
from allies.lib.loaded import FromSource
from allies.lib.second_reading import Fixed, OfTheHouse


class Root(Fixed, Page):
    """What everything at the desk hangs on. Readers never see it: `/` is a view of its own."""

    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    address = "/"

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return HttpResponseRedirect(self.address)


class PlainPage(OfTheHouse, FromSource, Page):
    """A page of the house itself: the agreement, what this site cannot hide."""

    version = models.CharField(
        _("version"), max_length=20, help_text=_("Changes when what members agree to changes, such as 2026-11.")
    )
    summary = models.CharField(_("summary"), max_length=300)
    body = StreamField(PageBody(), blank=True)

    content_panels = [*map(FieldPanel, ("title", "version", "summary", "body"))]
    promote_panels: list[FieldPanel] = []  # its address is part of the house
    is_creatable = False
    parent_page_types = ["home.Root"]
    subpage_types: list[str] = []
    template = "home/plain.html"

    class Meta:
        verbose_name = _("page of the house")
        verbose_name_plural = _("pages of the house")

    @property
    def address(self) -> str:
        return f"/{self.slug}/"

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return HttpResponseRedirect(self.address)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from allies.home.actions import plain_edition

        return {**super().get_context(request, *args, **kwargs), "edition": plain_edition(self), "place": "home"}


class PlainEdition(Edition):
    page = models.OneToOneField(PlainPage, on_delete=models.CASCADE, related_name="edition")
    slug = models.SlugField(max_length=255, unique=True)
    version = models.CharField(max_length=20)
