from __future__ import annotations

from typing import Any

from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    name = "allies.programme"

    def ready(self) -> None:
        from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

        from allies.lib import lessons, suggestions
        from allies.programme.queries import suggested, titles

        lessons.LOOKED_IN.append(titles)
        suggestions.LOOKED_IN.append(suggested)
        for signal in (page_published, page_unpublished, page_slug_changed):
            signal.connect(_rewrite, dispatch_uid="programme.rewrite")
        post_page_move.connect(_rewrite_siblings, dispatch_uid="programme.rewrite")


def _rewrite_siblings(sender: type, instance: Any, **kwargs: Any) -> None:
    from allies.programme.models import LessonPage

    page = instance.specific
    _rewrite(sender, page.module if isinstance(page, LessonPage) else page)


def _rewrite(sender: type, instance: Any, **kwargs: Any) -> None:
    from allies.programme.actions import write_edition
    from allies.programme.models import LessonPage, ModulePage

    page = instance.specific
    if isinstance(page, LessonPage | ModulePage):
        write_edition(page)
