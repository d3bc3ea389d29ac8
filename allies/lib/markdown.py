"""Markdown in, safe HTML out: what editors write for the programme, and the smaller subset for members' comments."""

from __future__ import annotations

import re

import nh3
from django.utils.html import linebreaks
from markdown_it import MarkdownIt

_PROGRAMME = (
    MarkdownIt("commonmark", {"html": False, "typographer": True})
    .enable(["replacements", "smartquotes"])
    .disable("image")
)
_COMMENT = (
    MarkdownIt("zero", {"html": False, "breaks": True, "typographer": True})
    .enable(["paragraph", "list", "blockquote", "emphasis", "link", "newline", "escape", "entity", "autolink"])
    .enable(["replacements", "smartquotes", "balance_pairs", "fragments_join"], ignoreInvalid=True)
)
_LONGEST = 20_000  # characters; some rules take time that grows with the square of the length
_PLACE = re.compile(r"https?://|tel:|/(?!/)|#", re.IGNORECASE)
_COMMENT_TAGS = {"p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "a"}


def programme_html(text: str) -> str:
    """HTML of an editor's Markdown: headings, lists, emphasis, links; raw HTML and images are shown as typed."""
    return _PROGRAMME.render(text).strip()


def _to_a_known_place(tag: str, attribute: str, value: str) -> str | None:
    """Links lead to another site, a telephone, or a page of this one; what looks like anything else is no link."""
    known = attribute in {"start", "rel"} or (attribute == "href" and _PLACE.match(value))  # title and lang are not
    return value if known else None


def comment_html(text: str) -> str:
    """HTML of a member's Markdown: paragraphs, line breaks, lists, quotations, emphasis and links, and nothing else.

    A text that is far too long for a comment (it may be on its way back to its writer) is shown as it was typed.
    """
    if len(text) > _LONGEST:
        return linebreaks(text, autoescape=True)
    return nh3.clean(
        _COMMENT.render(text),
        tags=_COMMENT_TAGS,
        attributes={"a": {"href"}, "ol": {"start"}},
        attribute_filter=_to_a_known_place,
        url_schemes={"http", "https", "tel"},
        link_rel="nofollow ugc noopener noreferrer",
    ).strip()
