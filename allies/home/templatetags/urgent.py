"""Urgent help and the words check for any room's templates, which need to know nothing of this one.

    {% load urgent %}{% urgent_help findings %}{% noticed text findings %}{% urgent_now keys %}

`findings` are those of `text`. Nothing is shown for none. `tools`: with the buttons that a page's script gives life to.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.conf import settings
from django.contrib.messages.storage.base import Message
from django.template.context import Context

from allies.home.helplines import numbers_for
from allies.home.nudges import nudges
from allies.language import Finding
from allies.lib.urgent_help import ORDER, PLACE, is_urgent, keys_of, whose

register = template.Library()
SEEN_AT_ONCE = 3
HAS_STEPS = ORDER[1:]  # for an emergency the number is all there is to say


@register.inclusion_tag("components/urgent_panel.html")
def urgent_help(findings: list[Finding] | str, *, tools: bool = False) -> dict[str, Any]:
    """The panel that outranks everything else; for words without danger, nothing."""
    found = findings or []
    return _panel(keys_of(found), urgent=is_urgent(found), tools=tools) if isinstance(found, list) else {}


@register.inclusion_tag("components/urgent_panel.html", takes_context=True)
def urgent_help_after(context: Context, message: Message) -> dict[str, Any]:
    """The same panel on the page after posting, from what `shown_first` told this page."""
    about = (message.extra_tags or "").split()
    reader = whose(getattr(context.get("user"), "pk", None))
    if PLACE not in about or reader not in about:
        return {}
    keys = [key for key in str(message.message).split() if key in ORDER]
    comment = next((each for each in about if each not in {PLACE, reader, "urgent"}), "")
    return _panel(keys, urgent="urgent" in about) | {"anchor": PLACE, "comment": comment}


@register.inclusion_tag("components/urgent_now.html")
def urgent_now(keys: Iterable[str], *, every: bool = False) -> dict[str, Any]:
    """For an answer whose reader told what is happening. `every`: as a mould, for a device to take from."""
    known = [key for key in ORDER if key in keys]
    if not known:
        return {"keys": []}
    return _panel(known, urgent=False) | {"emergency": "emergency" in known, "all": every}


@register.inclusion_tag("components/noticed.html")
def noticed(text: str, findings: list[Finding] | str, *, tools: bool = False) -> dict[str, Any]:
    """Thoughts about words. Never beside urgent help: with `tools` they wait, hidden, until it was seen."""
    if not text or not isinstance(findings, list):
        return {}
    danger = any(finding.kind == "crisis" for finding in findings)
    found = [] if danger and not tools else nudges(text, findings)
    parts = [found[:SEEN_AT_ONCE], found[SEEN_AT_ONCE:]]
    return {"nudges": found, "parts": parts, "tools": tools, "waits": danger}


def _panel(keys: list[str], *, urgent: bool, tools: bool = False) -> dict[str, Any]:
    if not keys:
        return {}
    here, _elsewhere = numbers_for(settings.COUNTRY)
    parts = [(key, f"home/now/steps/{key}.html", getattr(here, key)) for key in keys if key in HAS_STEPS]
    return {"keys": keys, "parts": parts, "here": here, "urgent": urgent, "tools": tools}
