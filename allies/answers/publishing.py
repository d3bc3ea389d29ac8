"""Publishing writes editions, and a page that an answer points at rewrites the answers that point at it."""

from __future__ import annotations

from django.db import transaction
from django.template.loader import render_to_string
from django.utils.timezone import now
from wagtail.models import Page, ReferenceIndex

from allies.accounts.models.name import digest
from allies.answers.models import AnswerEdition, AnswerPage, AnswersIndex, Question, QuotedIn, TopicEntry
from allies.answers.shown import Shown, link_of, shown_in
from allies.answers.telling import tell_asker
from allies.inbox.models import Kind
from allies.lib.edition import minutes_to_read

_WRITTEN = [field.name for field in AnswerEdition._meta.concrete_fields if field.name not in {"id", "comment_count"}]


def answers_index(parent: Page) -> AnswersIndex:
    """The answers' index page under `parent`, made when missing."""
    found = AnswersIndex.objects.first()
    return found or parent.add_child(instance=AnswersIndex(title="Answers", slug="answers", show_in_menus=False))


def answer_edition(page: AnswerPage, shown: Shown | None = None) -> AnswerEdition:
    """The answer as readers would see it, unsaved: `write_edition` keeps it, a preview shows it.

    `shown`: what its asker is asked to agree to; otherwise what she agreed to.
    """
    link = link_of(page)
    if shown is None:
        shown = shown_in(page) or (Shown("") if link else Shown(page.asked, page.asked_by))
    edition = AnswerEdition.objects.filter(page=page.pk).first() or AnswerEdition(page=page)
    edition.title, edition.summary, edition.slug = page.title, page.summary, page.slug
    edition.author_name, edition.author_title = page.author.pseudonym, page.author.title
    edition.asked_by, edition.asker = shown.name, digest(link.question.member.pseudonym if link else shown.name)
    edition.date, edition.public = page.date, page.public
    edition.topic_names = [[topic.name, topic.slug] for topic in page.topics.all()]
    related = [block.value.specific for block in page.related if block.value and block.value.live]
    edition.html = render_to_string("answers/answer_edition.html", {"page": page, "related": related, "shown": shown})
    edition.minutes = minutes_to_read(edition.html)
    return edition


@transaction.atomic
def write_edition(page: AnswerPage) -> None:
    """Make what readers see the page's live version; a page that is not live has none."""
    links = list(QuotedIn.objects.select_for_update().filter(page=page.pk))  # so that a consent taken back is seen
    if links:  # and what was taken out of the page with it, while `page` was in somebody's hands
        page = AnswerPage.objects.get(pk=page.pk)
    if page.live:
        edition = answer_edition(page)
        if edition.pk is None:
            edition.comment_count = page.comments.shown().count()
            for link in links:
                _answered(link.question, page)
        # a comment may be posted meanwhile: its count is not ours to write
        edition.save(update_fields=_WRITTEN if edition.pk else None)
        edition.entries.all().delete()
        topics = page.topics.all()
        TopicEntry.objects.bulk_create(TopicEntry(edition=edition, topic=topic, date=page.date) for topic in topics)
    else:
        AnswerEdition.objects.filter(page=page).delete()


def _answered(question: Question, page: AnswerPage) -> None:
    """Its asker hears that the answer is there; what happened then is asked some time after."""
    Question.objects.filter(pk=question.pk, answered_at=None).update(answered_at=now())
    tell_asker(question, Kind.ANSWER_READY, f"answer:{page.pk}", page.address)


def pointing_at(target: Page) -> list[int]:
    """The keys of what points at `target` or at a page below it, whose address has a part of its address."""
    found = ReferenceIndex.get_references_to_in_bulk(target.get_descendants(inclusive=True))
    return [int(key) for key in found.values_list("object_id", flat=True).distinct() if key.isdecimal()]


def rewrite(keys: list[int]) -> None:
    """Write again the live answers among `keys`, so that addresses and titles in them are the present ones."""
    for page in AnswerPage.objects.live().filter(pk__in=keys):
        write_edition(page)
