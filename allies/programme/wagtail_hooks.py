from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from allies.programme.actions import rewrite_using
from allies.programme.models import Recording


@hooks.register("after_edit_snippet")
def rewrite_lessons(request: HttpRequest, instance: Any) -> None:
    """A recording that got another title, file or transcript shows it in the lessons that play it."""
    if isinstance(instance, Recording):
        rewrite_using(instance)
