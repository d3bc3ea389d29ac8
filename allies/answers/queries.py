from __future__ import annotations

import re
from operator import itemgetter
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404
from django.shortcuts import get_object_or_404

from allies.accounts.models import Apart, Member
from allies.accounts.queries import unseen_by
from allies.answers.meeting import Reader, counted_for, met, signed_in
from allies.answers.models import AnswerEdition, Comment, Draft, Follow, Topic
from allies.answers.models.comments import CommentQuerySet
from allies.answers.thread import PAGE
from allies.lib.prepared import Prepared, PreparedRows
from allies.moderation import queries as moderation
from allies.moderation.models import Mute

ON_A_PAGE = 12  # answers in a list
AT_MOST = 100  # of a member's comments that wait, on one page
_AT: PreparedRows[AnswerEdition] = PreparedRows(lambda slug: AnswerEdition.objects.filter(slug=slug), str)
_FOR: PreparedRows[AnswerEdition] = PreparedRows(
    lambda slug, member: AnswerEdition.objects.filter(slug=slug).annotate(
        reader_seen=Subquery(Follow.objects.filter(member=member, post=OuterRef("page")).values("seen")[:1]),
        reader_draft=Subquery(Draft.objects.filter(member=member).under(OuterRef("page")).values("pk")[:1]),
        reader_mutes=Exists(Mute.objects.of(member)),
    ),
    str,
    int,
)
_TOPICS: PreparedRows[Topic] = PreparedRows(lambda: Topic.objects.order_by("name"))


def _unread(member: int, **after: Any) -> Coalesce:
    """How many comments others wrote under a followed post since; through an index for each post."""
    rows = Comment.objects.shown().filter(post=OuterRef("post"), **after)
    rows = rows.exclude(author=member).exclude(author__in=Mute.objects.of(member).values("muted"))
    rows = rows.exclude(author__in=Apart.objects.unseen_by(member).values("other"))
    return Coalesce(Subquery(rows.order_by().values("post").annotate(count=Count("pk")).values("count")), 0)


_NEWS = Prepared(
    lambda member: (
        Follow.objects.filter(member=member, post__edition__isnull=False)
        .order_by("-post__edition__date")
        .values_list("post_id")
        .annotate(
            since=_unread(member, pk__gt=OuterRef("seen"), turn=None), waited=_unread(member, turn__gt=OuterRef("seen"))
        )
    ),
    int,
)


def answer_at(slug: str, reader: Reader = None) -> AnswerEdition:
    """The published answer at /answers/<slug>/, or 404: also to a member who must not meet its asker."""
    for edition in _AT(slug):
        return met(edition, reader)
    raise Http404


def answer_for(slug: str, member: Member) -> AnswerEdition:
    """The same, with what `member` has of it: the newest comment seen, if she follows it, and the key of a draft."""
    for edition in _FOR(slug, member.pk):
        return met(edition, member)
    raise Http404


def newest(public_only: bool, limit: int, reader: Reader = None) -> list[AnswerEdition]:
    """The newest answers that `reader` may meet, without their text."""
    member = signed_in(reader)
    editions = AnswerEdition.objects.visible_to(member).defer("html").newest_first()
    return counted_for(member, list((editions.public() if public_only else editions)[:limit]))


def topics() -> list[Topic]:
    return _TOPICS()


def listed(topic: Topic | None, number: str | None, reader: Reader = None) -> Page:
    """One page of the answers that `reader` may meet, newest first, or of those on one topic; without their text."""
    member = signed_in(reader)
    visible = AnswerEdition.objects.visible_to(member)
    if topic is None:
        page = Paginator(visible.defer("html").newest_first(), ON_A_PAGE).get_page(number)
        page.object_list = counted_for(member, list(page.object_list))
        return page
    entries = topic.entries.order_by("-date", "-edition").select_related("edition").defer("edition__html")
    if unseen_by(member):
        entries = entries.filter(edition__in=visible)
    page = Paginator(entries, ON_A_PAGE).get_page(number)
    page.object_list = counted_for(member, [entry.edition for entry in page.object_list])
    return page


def draft_of(member: Member, post: int) -> Draft | None:
    return Draft.objects.of(member).under(post).first()


def words_for(comment: Comment, member: Member) -> str:
    """What stands in the box for changing `comment`: what its writer has begun to write anew, or what is there."""
    if comment.returned_at is None:
        return comment.text
    begun = Draft.objects.of(member).filter(comment=comment, at__gte=comment.returned_at).first()
    return begun.text if begun else comment.text


def _on_a_page() -> CommentQuerySet:
    """Comments that are there, under answers that are."""
    return Comment.objects.there().filter(post__edition__isnull=False).select_related("post__edition")


def comment_of(member: Member, key: int) -> Comment:
    """A comment that `member` wrote, still there; a stranger gets 404."""
    return get_object_or_404(_on_a_page().written_by(member), pk=key)


def comment_to_change(member: Member, key: int) -> Comment:
    """The same, under an answer that `member` may meet."""
    comment = comment_of(member, key)
    met(comment.post.edition, member)
    return comment


def comment_once_of(member: Member, key: int) -> Comment:
    """What `member` wrote, even if it is gone by now: new words for it must not be lost. A stranger gets 404."""
    return get_object_or_404(Comment.objects.written_by(member).select_related("post__edition"), pk=key)


def comment_to_moderate(moderator: Member, key: int) -> Comment:
    """Another's comment that `moderator` may remove; anyone else gets 404."""
    comment = get_object_or_404(_on_a_page().select_related("author"), pk=key)
    apart = Apart.objects.of(moderator).filter(other=comment.author_id).exists() if comment.author_id else False
    if not comment.removable_by(moderator) or comment.author_id == moderator.pk or apart:
        raise Http404
    return comment


def comment_of_another(member: Member, key: int) -> Comment:
    """What somebody else wrote and `member` can read; 404 for anything else."""
    shown = _on_a_page().shown().exclude(author=None).exclude(author=member)
    shown = shown.exclude(author__in=unseen_by(member))
    comment = get_object_or_404(shown.select_related("author"), pk=key)
    met(comment.post.edition, member)
    return comment


def comment_at(key: int, reader: Member) -> tuple[Comment, bool]:
    """The comment `key` under an answer that is there for `reader`, and whether she is shown it; 404 when none is."""
    unseen, rows = unseen_by(reader), Comment.objects.filter(post__edition__isnull=False)
    if unseen:
        rows = rows.filter(post__edition__in=AnswerEdition.objects.visible_to(reader))
    comment = get_object_or_404(rows.select_related("post__edition"), pk=key)
    shown = comment.taken_away_at is None and comment.held_at is None
    return comment, shown and comment.author_id not in unseen


def note_on(comment: Comment) -> str:
    """What the moderator wrote who sent `comment` back; empty when nobody did."""
    return moderation.note_on(comment.pk) if comment.returned_at else ""


def waiting_of(member: Member) -> list[Comment]:
    """What `member` wrote that waits for a moderator or came back, newest first."""
    return list(_on_a_page().written_by(member).exclude(held_at=None).order_by("-pk")[:AT_MOST])


def comment_under(answer: AnswerEdition, key: str | int | None, member: Member) -> Comment | None:
    """The comment `key` under `answer` that a reply goes to, even if it was taken away while the reply was written.

    None for one that waits: nobody knows of it but its writer, and a reply would tell. Whoever had begun a reply before
    it came to wait does know of it; their draft says so.
    """
    if not re.fullmatch("[0-9]{1,18}", str(key or "")):
        return None
    begun = Draft.objects.of(member).filter(post=answer.page_id, parent__isnull=False).values("parent")
    known = Q(held_at=None) | Q(author=member) | Q(pk__in=begun)
    rows = Comment.objects.filter(known, post=answer.page_id, pk=int(str(key))).exclude(author__in=unseen_by(member))
    return rows.select_related("author", "parent").first()


def is_hidden(comment: Comment | None) -> bool:
    """Whether a moderator hid the conversation of `comment`, so that nothing is added to it."""
    if comment is None or (comment.parent or comment).taken_away_at is None:  # hidden, its first comment is gone too
        return False
    conversation = Comment.objects.in_conversation_of(comment)
    return conversation.filter(taken_away_at__in=moderation.hidden_at(conversation)).exists()


def place_of(comment: Comment, under: AnswerEdition | None = None) -> str:
    """The address of the page of the thread that shows `comment`, without its fragment.

    `under`: its answer, when that is at hand.
    """
    address = (under or comment.post.edition).address
    conversation = comment.parent_id or comment.pk
    thread = Comment.objects.filter(post=comment.post_id).in_thread_order()
    within = thread.filter(conversation=conversation, id__lt=comment.pk).count()
    if within + thread.filter(conversation__lt=conversation).count() < PAGE:
        return address
    return f"{address}?from={conversation}-{conversation if within < PAGE else comment.pk}"


def followed_with_news(member: Member, limit: int) -> list[tuple[AnswerEdition, int]]:
    """Posts `member` follows in which others have written since she looked, with how many comments are new."""
    counts = {post: since + waited for post, since, waited in _NEWS(member.pk) if since + waited}
    if counts and unseen_by(member):
        visible = AnswerEdition.objects.visible_to(member).filter(page__in=counts).values_list("page", flat=True)
        counts = {post: counts[post] for post in visible}
    news = dict(sorted(counts.items(), key=itemgetter(1), reverse=True)[:limit])
    editions = AnswerEdition.objects.defer("html").filter(page__in=news) if news else []
    found = {edition.page_id: edition for edition in editions}
    return [(found[post], count) for post, count in news.items()]
