"""What a page's body is made of, for the editor's desk and for the content loader alike."""

from __future__ import annotations

import re
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from allies.lib.markdown import programme_html
from allies.lib.source import Fence, Source, spoken_lines

FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "blockquote"]
INLINE = ["bold", "italic", "link", "ol", "ul"]


class SiteAddressBlock(blocks.CharBlock):
    """An address on this site: it starts with one slash, so that no page sends a reader to another host unawares."""

    def clean(self, value: Any) -> Any:
        value = super().clean(value)
        if not value.startswith("/") or value.startswith("//"):
            raise ValidationError(_("An address on this site starts with one slash, such as /help/now/."))
        return value


class Spoken(blocks.StructBlock):
    speaker = blocks.CharBlock(max_length=40)
    words = blocks.TextBlock(rows=2)


class Example(blocks.StructBlock):
    scene = blocks.CharBlock(required=False, max_length=160, help_text=_("Where, when and in what mood."))
    lines = blocks.ListBlock(Spoken(), min_num=1)

    class Meta:
        icon = "openquote"
        label = _("Example conversation")
        template = "blocks/example.html"


class Tool(blocks.StructBlock):
    address = SiteAddressBlock(max_length=200)
    label = blocks.CharBlock(max_length=80)
    about = blocks.CharBlock(required=False, max_length=200)

    class Meta:
        icon = "link"
        label = _("Link to a tool")
        template = "blocks/tool.html"


class Picture(blocks.StructBlock):
    """A picture with its words. Wagtail's own block offers to leave them out."""

    image = ImageChooserBlock(label=_("Picture"))
    words = blocks.CharBlock(
        max_length=250,
        label=_("What it shows, and what it is for here"),
        help_text=_("Read aloud to people who cannot see it. One or two plain sentences."),
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "blocks/image.html"


class PageBody(blocks.StreamBlock):
    text = blocks.RichTextBlock(features=FEATURES, icon="pilcrow", label=_("Text"), template="blocks/text.html")
    key = blocks.RichTextBlock(features=INLINE, icon="key", label=_("Key point"), template="blocks/key.html")
    example = Example()
    safety = blocks.RichTextBlock(
        features=INLINE, icon="warning", label=_("Safety notice"), template="blocks/safety.html"
    )
    question = blocks.RichTextBlock(
        features=INLINE, icon="help", label=_("Question to think about"), template="blocks/question.html"
    )
    tool = Tool()
    image = Picture()


def body_from(source: Source, *, others: dict[str, Any] | None = None) -> list[dict[str, Any]]:
    """The stream-field value of a source's body. `others`: makers of values for kinds of block that one room adds."""
    return [_block(fence, source, place, others or {}) for place, fence in enumerate(source.fences())]


def _block(fence: Fence, source: Source, place: int, others: dict[str, Any]) -> dict[str, Any]:
    def key(part: str) -> str:
        return str(uuid5(NAMESPACE_URL, f"{source.front.get('id')}#{part}"))

    kind, value = fence.kind, None
    if kind in others:
        value = others[kind](fence, source)
    elif kind in {"text", "key", "safety", "question"}:
        value = programme_html(fence.text)
        if "<h1" in value:
            reason = "headings in a body start at ##: the title is the page's only first heading"
            raise source.refuse(reason, line=fence.first)
    elif kind == "example":
        if len(fence.heading) > 160:
            raise source.refuse("an example's scene has more than 160 characters", line=fence.line)
        spoken = enumerate(spoken_lines(fence, source))
        lines = [{"type": "item", "value": line, "id": key(f"{place}.{number}")} for number, line in spoken]
        value = {"scene": fence.heading, "lines": lines}
    elif kind == "tool":
        address, _space, label = fence.heading.partition(" ")
        if not re.match(r"/(?!/)", address) or not 0 < len(label.strip()) <= 80:
            raise source.refuse("a tool block reads “::: tool /address/ Label”", line=fence.line)
        about = " ".join(fence.text.split())
        if len(about) > 200:
            raise source.refuse("a tool's sentence has more than 200 characters", line=fence.first)
        value = {"address": address, "label": label.strip(), "about": about}
    if value is None or (kind != "tool" and not value):
        raise source.refuse(f"“{kind}” is not a kind of block, or it is empty", line=fence.line)
    return {"type": kind, "value": value, "id": key(str(place))}
