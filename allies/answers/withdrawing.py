"""An asker's words taken out of a published page: at once, and everywhere the site keeps them.

The page never held them (see `shown`), so its edition is written anew without them: what readers, lists and the feed
are served comes from there, and everything kept in memory is known by the edition's version. What somebody of the team
may have copied into the page by hand is looked for in the page, its revisions, its history and its readings.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import PageLogEntry, Revision, TaskState

from allies.answers.address import first_slug, stand_at
from allies.answers.details import Choices
from allies.answers.models import AnswerPage, Consent, FollowUp, Quotation, QuotedIn
from allies.answers.publishing import pointing_at, rewrite, write_edition
from allies.answers.runs import Runs
from allies.inbox import actions as inbox
from allies.lib.disk import empty_log

TOLD = ("title", "draft_title", "seo_title", "search_description", "summary", "body", "questions")


ALSO: list[Callable[[AnswerPage, Runs], None]] = []  # what rooms above keep of a page, they put here to be cleaned


@transaction.atomic
def take_out_of(link: QuotedIn) -> None:
    """Nothing of a question whose asker has taken back her consent stands in its page. The answer itself stays."""
    QuotedIn.objects.select_for_update().get(pk=link.pk)
    FollowUp.objects.filter(question=link.question_id).update(may_show=False)
    page, runs = AnswerPage.objects.get(pk=link.page_id), _runs(link)
    _readdress(page, runs)
    _scrub(page, runs)
    for also in ALSO:
        also(page, runs)
    take_down(link)


@transaction.atomic
def take_down(link: QuotedIn) -> None:
    """What is shown is what its asker agrees to now, and what was to go live later does not."""
    page = AnswerPage.objects.get(pk=link.page_id)
    unschedule(page)
    write_edition(page)
    transaction.on_commit(empty_log)


def _runs(link: QuotedIn) -> Runs:
    """All that was ever proposed to be shown, the words behind it, and her name if she let it be shown."""
    texts, names = [], set()
    for quotation in Quotation.objects.filter(question=link.question_id).select_related("member"):
        texts += [quotation.text, Choices.loaded(quotation.choices).source]
        names.add(quotation.member.pseudonym)
    named = Consent.objects.filter(quotation__question=link.question_id, named=True).exists()
    return Runs(texts, names if named else ())


def unschedule(page: AnswerPage) -> None:
    """What was to go live later does not."""
    page.revisions.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=None)


def _readdress(page: AnswerPage, runs: Runs) -> None:
    """An address made of a headline that quoted her tells her words, too: the page moves, and nothing leads there."""
    if runs.out_of(page.slug) == page.slug:
        told = [each for each in page.revisions.all() if runs.out_of(slug := each.content["slug"]) != slug]
    else:
        told = list(page.revisions.all())
        stand_at(page, first_slug())
        inbox.lead_to(f"answer:{page.pk}", page.address)
        transaction.on_commit(partial(rewrite, pointing_at(page)))
    for revision in told:
        revision.content |= {"slug": page.slug, "url_path": page.url_path}
        revision.save(update_fields=["content"])


def _scrub(page: AnswerPage, runs: Runs) -> None:
    for name in TOLD:
        field = page._meta.get_field(name)
        old = field.get_prep_value(getattr(page, name))
        if (new := runs.out_of(old)) != old:
            AnswerPage.objects.filter(pk=page.pk).update(**{name: field.to_python(new)})
    of_page = ContentType.objects.get_for_model(page, for_concrete_model=False)
    for revision in Revision.objects.filter(content_type=of_page, object_id=str(page.pk)):
        told = {"content": revision.content, "object_str": revision.object_str}
        _save_changed(Revision.objects.filter(pk=revision.pk), told, runs)
    for entry in PageLogEntry.objects.filter(page=page.pk):
        _save_changed(PageLogEntry.objects.filter(pk=entry.pk), {"label": entry.label, "data": entry.data}, runs)
    for state in TaskState.objects.filter(revision__object_id=str(page.pk), revision__content_type=of_page):
        _save_changed(TaskState.objects.filter(pk=state.pk), {"comment": state.comment}, runs)


def _save_changed(row: Any, told: dict[str, Any], runs: Runs) -> None:
    changed = {name: new for name, old in told.items() if (new := runs.out_of(old)) != old}
    if changed:
        row.update(**changed)
