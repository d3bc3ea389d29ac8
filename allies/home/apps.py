from __future__ import annotations

from typing import Any

from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "allies.home"

    def ready(self) -> None:
        from wagtail.signals import page_published, page_slug_changed, page_unpublished

        from allies.home import checks, desk_records  # noqa: F401

        for signal in (page_published, page_unpublished, page_slug_changed):
            signal.connect(_rewrite, dispatch_uid="home.rewrite")
        desk_records.begin()


def _rewrite(sender: type, instance: Any, **kwargs: Any) -> None:
    from allies.home.actions import write_edition
    from allies.home.models import PlainPage

    page = instance.specific
    if isinstance(page, PlainPage):
        write_edition(page)
