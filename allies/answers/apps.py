from __future__ import annotations

from typing import Any

from django.apps import AppConfig


class AnswersConfig(AppConfig):
    name = "allies.answers"

    def ready(self) -> None:
        from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move  # noqa: PLC0415

        for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
            signal.connect(_rewrite, dispatch_uid="answers.rewrite")


def _rewrite(sender: type, instance: Any, **kwargs: Any) -> None:
    from allies.answers.models import AnswerPage  # noqa: PLC0415
    from allies.answers.publishing import rewrite_pointing_at, write_edition  # noqa: PLC0415

    page = instance.specific
    if isinstance(page, AnswerPage):
        write_edition(page)
    rewrite_pointing_at(page)
