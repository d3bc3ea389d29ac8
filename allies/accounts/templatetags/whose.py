from __future__ import annotations

from django import template
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from allies.accounts.unsent import FIELD, mark

register = template.Library()


@register.simple_tag(takes_context=True)
def whose(context: Context) -> SafeString:
    """In a form: to whom it is shown, so that its words outlive the session for that member alone.

    `whose` in the context names a member who is not signed in.
    """
    return format_html(
        '<input type="hidden" name="{}" value="{}">', FIELD, mark(context.get("whose") or context["request"].user)
    )
