from __future__ import annotations

from functools import partial
from typing import Any

from django.apps import AppConfig
from django.db import transaction
from django.utils.translation import gettext_lazy as _


class AnswersConfig(AppConfig):
    name = "allies.answers"

    def ready(self) -> None:
        from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

        from allies.accounts import above
        from allies.answers import taking_along
        from allies.answers.actions import take_away_all
        from allies.answers.questions import suggested
        from allies.answers.telling import withdraw_between
        from allies.lib.suggestions import LOOKED_IN

        LOOKED_IN.append(suggested)
        for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
            signal.connect(_rewrite, dispatch_uid="answers.rewrite")
        above.also.append(above.Also("answers.Comment", _("Comments you wrote"), taking_along.comments_of))
        above.in_the_way.append(taking_along.in_the_way)
        above.leaving.append(take_away_all)
        above.kept_apart.append(withdraw_between)


def _rewrite(sender: type, instance: Any, **kwargs: Any) -> None:
    from allies.answers.models import AnswerPage
    from allies.answers.publishing import pointing_at, rewrite, write_edition

    page = instance.specific
    if isinstance(page, AnswerPage):
        write_edition(page)
    keys = pointing_at(page)
    if keys:  # once the change is made: a page that is being deleted is unpublished first, but still there
        transaction.on_commit(partial(rewrite, keys))
