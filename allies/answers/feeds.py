from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_safe

from allies.answers import queries
from allies.answers.models import AnswerEdition


@method_decorator([login_not_required, require_safe], name="__call__")
class PublicAnswers(Feed):
    """The public answers' headlines and summaries, never a member's own words. Its title tells nothing."""

    feed_type = Atom1Feed
    link = "/answers/"
    feed_url = "/answers/feed/"
    login_required = False  # read by LoginRequiredMiddleware: a feed object is its own view

    def title(self) -> str:
        return settings.SITE_TITLE

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Who reads it: a member who is signed in is not shown whom she must not meet."""
        return request.user

    def items(self, reader: Any) -> list[AnswerEdition]:
        return queries.newest(public_only=True, limit=20, reader=reader)

    def item_title(self, item: AnswerEdition) -> str:
        return item.title

    def item_description(self, item: AnswerEdition) -> str:
        return item.summary

    def item_link(self, item: AnswerEdition) -> str:
        return item.address

    def item_author_name(self, item: AnswerEdition) -> str:
        return item.author_name

    def item_pubdate(self, item: AnswerEdition) -> datetime:
        return item.date

    def item_updateddate(self, item: AnswerEdition) -> datetime:
        return item.written_at

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return super().__call__(request, *args, **kwargs)
