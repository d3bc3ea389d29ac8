"""Consent taken back in the very moment in which something of it is published, whoever publishes and however."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.utils.timezone import now
from wagtail.models import Revision

from allies.answers import following_up, quoting
from allies.answers.models import AnswerEdition, AnswerPage, FollowUp
from allies.answers.publishing import rewrite
from allies.answers.tests.quoted import CANARY, QuotedTestCase
from allies.moderation.tests.racing import at_once

COPIED = [("text", f"<p>You wrote: <b>{CANARY}</b> Wait until morning.</p>")]


def about_to_be_read(walk: QuotedTestCase) -> Callable[[], Any]:
    return walk.read


def to_be_published_anew(walk: QuotedTestCase) -> Callable[[], Any]:
    walk.read()
    revision = walk.page().get_latest_revision()
    return lambda: revision.publish(user=walk.edda, skip_permission_checks=True)


def to_be_saved_live(walk: QuotedTestCase) -> Callable[[], Any]:
    """As the editor's form does."""
    walk.read()
    return walk.page().save


def due_in_this_minute(walk: QuotedTestCase) -> Callable[[], Any]:
    walk.read()
    revision = Revision.objects.get(approved_go_live_at__isnull=False)
    revision.content["go_live_at"] = (now() - timedelta(minutes=1)).isoformat()
    revision.approved_go_live_at = now() - timedelta(minutes=1)
    revision.save()
    return lambda: call_command("publish_scheduled")


def to_be_written_anew(walk: QuotedTestCase) -> Callable[[], Any]:
    walk.read()
    return lambda: rewrite([walk.page().pk])


def what_happened_is_let_through(walk: QuotedTestCase) -> Callable[[], Any]:
    walk.read()
    row = FollowUp.objects.create(member=walk.alice, question=walk.question, text="")
    following_up.tell(row, "better", CANARY, may_show=True, by=walk.alice)
    return lambda: following_up.let_show(row, by=walk.rhea)


WAYS = (
    about_to_be_read,
    to_be_published_anew,
    to_be_saved_live,
    due_in_this_minute,
    to_be_written_anew,
    what_happened_is_let_through,
)


def race(walk: QuotedTestCase, way: Callable[[QuotedTestCase], Callable[[], Any]]) -> None:
    """One question, from its beginning to both at once."""
    walk.question = walk.asked_by_alice()
    quotation = walk.asked()
    walk.write(body=COPIED, go_live_at=now() + timedelta(days=1) if way is due_in_this_minute else None)
    walk.agree(quotation)
    walk.submit()
    publish = way(walk)
    acts = (lambda: quoting.withdraw(walk.question, by=walk.alice), publish)
    taken, published = at_once(2, lambda n: acts[n]())
    assert taken is True, taken
    assert not isinstance(published, Exception) or isinstance(published, PermissionDenied), published
    rows: list[Any] = [*AnswerEdition.objects.values(), *AnswerPage.objects.values(), *Revision.objects.values()]
    assert not any("zebrafish" in str(row) for row in rows), way
