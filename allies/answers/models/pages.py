from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from allies.answers.desk_form import AnswerForm
from allies.lib.blocks import PageBody
from allies.lib.loaded import FromSource
from allies.lib.second_reading import Fixed, ReadTwice


class AnswerBody(PageBody):
    pointer = blocks.PageChooserBlock(
        page_type=["programme.ModulePage", "programme.LessonPage"],
        icon="doc-full-inverse",
        label=_("Pointer to a module or lesson"),
        template="blocks/pointer.html",
    )


class AnswersIndex(Fixed, Page):
    """Holds the answers, has no text of its own."""

    max_count = 1
    parent_page_types = ["home.Root"]
    subpage_types = ["answers.AnswerPage"]
    address = "/answers/"

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return HttpResponseRedirect(self.address)


class AnswerPage(ReadTwice, FromSource, Page):
    """An expert's answer to one member's question."""

    summary = models.TextField(
        _("summary"), max_length=600, help_text=_("The editor's summary. It names the asker's pseudonym.")
    )
    asked_by = models.CharField(_("asker's pseudonym"), max_length=30)
    asked = models.TextField(
        _("the member's words"), help_text=_("Quoted as they are. Leave an empty line between paragraphs.")
    )
    body = StreamField(AnswerBody(), verbose_name=_("answer"))
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("written by"),
        on_delete=models.PROTECT,
        related_name="+",
        limit_choices_to={"role__in": ["writer", "second-reader", "editor", "operator"]},
    )
    date = models.DateTimeField(
        _("date"), default=timezone.now, help_text=_("Answers are listed by this date, newest first.")
    )
    public = models.BooleanField(
        _("public"),
        default=False,
        help_text=_("Everyone can read it, with its comments. Otherwise visitors see headline and summary."),
    )
    topics = ParentalManyToManyField("answers.Topic", blank=True, related_name="+", verbose_name=_("topics"))
    questions = StreamField(
        [("question", blocks.CharBlock(max_length=300))], blank=True, max_num=3, verbose_name=_("questions for readers")
    )
    related = StreamField(
        [("answer", blocks.PageChooserBlock(page_type="answers.AnswerPage"))],
        blank=True,
        max_num=4,
        verbose_name=_("related answers"),
    )

    content_panels = [
        TitleFieldPanel("title", heading=_("Headline"), placeholder=_("Headline")),
        FieldPanel("summary"),
        MultiFieldPanel([FieldPanel("asked_by"), FieldPanel("asked")], heading=_("The question")),
        FieldPanel("body"),
        FieldPanel("author"),
        FieldPanel("topics", widget=CheckboxSelectMultiple),
        *map(FieldPanel, ("public", "date", "questions", "related")),
    ]
    promote_panels = [FieldPanel("slug"), FieldPanel("code", read_only=True)]
    base_form_class = AnswerForm
    parent_page_types = ["answers.AnswersIndex"]
    subpage_types: list[str] = []
    template = "answers/answer_preview.html"

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")

    @property
    def address(self) -> str:
        return f"/answers/{self.slug}/"

    def clean(self) -> None:
        super().clean()
        if self.slug == "feed":
            raise ValidationError({"slug": _("/answers/feed/ is the feed of public answers. Choose another address.")})
        if self.slug in {"mine", "muted"}:
            raise ValidationError({"slug": _("Members have a page of their own there. Choose another address.")})

    def save_revision(self, *args: Any, **options: Any) -> Any:
        """Until it is first published, an answer to a member's question stands by its headline."""
        from allies.answers.address import follow_headline

        follow_headline(self)
        return super().save_revision(*args, **options)

    def publish(self, revision: Any, *args: Any, **options: Any) -> Any:
        """By approval, from the list, at a set time. Raises NotClearedError."""
        from allies.answers.clearance import hold, may_publish

        with transaction.atomic():
            hold(self)
            if may_publish(revision, at_set_time=options.get("log_action") == "wagtail.publish.scheduled"):
                return super().publish(revision, *args, **options)
        return None

    def save(self, *args: Any, **options: Any) -> None:
        """Wagtail's own form publishes past `publish`; past this nothing goes live. Raises NotClearedError."""
        from allies.answers.clearance import check_cleared, hold

        with transaction.atomic():
            if self.live and not options.get("update_fields") and options.get("clean", True):
                hold(self)
                check_cleared(self)
            super().save(*args, **options)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return HttpResponseRedirect(self.address)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from allies.answers.publishing import answer_edition

        return {**super().get_context(request, *args, **kwargs), "answer": answer_edition(self), "place": "answers"}
