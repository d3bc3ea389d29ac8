from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.snippets.blocks import SnippetChooserBlock

from allies.lib.blocks import PageBody
from allies.lib.loaded import FromSource
from allies.lib.second_reading import Fixed, ReadTwice


class RecordingBlock(blocks.StructBlock):
    recording = SnippetChooserBlock("programme.Recording")

    class Meta:
        icon = "media"
        template = "blocks/recording.html"


class LessonBody(PageBody):
    video = RecordingBlock(label=_("Video"))
    audio = RecordingBlock(label=_("Audio"))

    def clean(self, value: Any) -> Any:
        value = super().clean(value)
        for child in value:
            if child.block_type in {"video", "audio"} and child.value["recording"].kind != child.block_type:
                raise ValidationError(_("A video block takes a video, an audio block a sound file."))
        return value


class CitedSource(blocks.StructBlock):
    title = blocks.CharBlock(max_length=300)
    by = blocks.CharBlock(max_length=200)
    year = blocks.IntegerBlock(required=False)
    url = blocks.URLBlock(required=False)


class LearnIndex(Fixed, Page):
    """The learning centre: holds the modules, has no text of its own."""

    max_count = 1
    parent_page_types = ["home.Root"]
    subpage_types = ["programme.ModulePage"]
    address = "/learn/"

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return HttpResponseRedirect(self.address)


class ModulePage(ReadTwice, FromSource, Page):
    number = models.PositiveSmallIntegerField(_("number"), validators=[MinValueValidator(1), MaxValueValidator(20)])
    summary = models.CharField(_("summary"), max_length=300)
    body = StreamField(PageBody(), blank=True, verbose_name=_("text"))

    content_panels = [*Page.content_panels, *map(FieldPanel, ("number", "summary", "body"))]
    promote_panels = [FieldPanel("slug"), FieldPanel("code", read_only=True)]
    parent_page_types = ["programme.LearnIndex"]
    subpage_types = ["programme.LessonPage"]
    template = "programme/module_preview.html"

    class Meta:
        verbose_name = _("module")
        verbose_name_plural = _("modules")

    @property
    def address(self) -> str:
        return f"/learn/{self.slug}/"

    @property
    def is_open(self) -> bool:
        return bool(self.live)

    @property
    def kicker(self) -> str:
        return _("Module {number}").format(number=self.number)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return HttpResponseRedirect(self.address)


class LessonPage(ReadTwice, FromSource, Page):
    summary = models.CharField(_("summary"), max_length=400)
    coming = models.BooleanField(_("coming"), default=False, help_text=_("Announced in the outline, not written yet."))
    body = StreamField(LessonBody(), blank=True, verbose_name=_("text"))
    sources = StreamField([("source", CitedSource())], blank=True, verbose_name=_("sources"))

    content_panels = [*Page.content_panels, *map(FieldPanel, ("summary", "coming", "body", "sources"))]
    promote_panels = [FieldPanel("slug"), FieldPanel("code", read_only=True)]
    parent_page_types = ["programme.ModulePage"]
    subpage_types: list[str] = []
    template = "programme/lesson_preview.html"

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")

    @property
    def is_open(self) -> bool:
        """Whether readers can reach it: a lesson goes down with its module."""
        return bool(self.live and self.module.live)

    @property
    def module(self) -> ModulePage:
        return self.get_parent().specific

    @property
    def number(self) -> int:
        return self.module.number

    @property
    def address(self) -> str:
        return f"/learn/{self.get_parent().slug}/{self.slug}/"

    @property
    def kicker(self) -> str:
        return _("Module {number} · lesson").format(number=self.number)

    def clean(self) -> None:
        super().clean()
        if not self.coming and not self.body:
            raise ValidationError({"body": _("A lesson needs a body, or mark it as coming.")})

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return HttpResponseRedirect(self.address)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from allies.programme.actions import lesson_edition

        return {**super().get_context(request, *args, **kwargs), "lesson": lesson_edition(self), "place": "learn"}
