from __future__ import annotations

from datetime import date

from django import template

register = template.Library()


@register.filter
def day(text: str) -> date:
    """A day that was kept as text: `{{ page.made|day|date:"j F Y" }}`."""
    return date.fromisoformat(text)
