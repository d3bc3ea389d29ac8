"""Answers as they are for a reader who must not meet their asker, or somebody who wrote under them.

Everybody else passes through here untouched, and without a query.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count
from django.http import Http404

from allies.accounts.models import Member
from allies.accounts.queries import unseen_by
from allies.answers.models import AnswerEdition, Comment

Reader: TypeAlias = Member | AnonymousUser | None
_RELATED = re.compile(r'<section class="related">.*?</section>', re.DOTALL)
_POINTER = re.compile(r'<li><a href="/answers/([^/"]+)/">.*?</a></li>', re.DOTALL)


def signed_in(reader: Reader) -> Member | None:
    return reader if isinstance(reader, Member) else None


def met(edition: AnswerEdition, reader: Reader) -> AnswerEdition:
    """`edition` as `reader` may see it; 404 when she must not meet its asker."""
    member = signed_in(reader)
    if unseen_by(member):
        section = _RELATED.search(edition.html)
        beside = _POINTER.findall(section[0]) if section else []
        found = AnswerEdition.objects.visible_to(member).filter(slug__in=[edition.slug, *beside])
        visible = set(found.values_list("slug", flat=True))
        if edition.slug not in visible:
            raise Http404
        if section and not visible.issuperset(beside):
            edition.html = edition.html.replace(section[0], _cut(section[0], visible))
            edition.reader_cut = True
    return edition


def is_there(address: str, reader: Reader) -> bool:
    """Whether `reader` may learn that something stands at `address`, to which another one leads."""
    member = signed_in(reader)
    if not unseen_by(member) or not address.startswith("/answers/"):
        return True
    slug = address.removeprefix("/answers/").strip("/")
    return AnswerEdition.objects.visible_to(member).filter(slug=slug).exists()


def _cut(section: str, visible: set[str]) -> str:
    """Related answers without those that are not there for the reader; nothing when none is left."""
    left = _POINTER.sub(lambda found: found[0] if found[1] in visible else "", section)
    return left if _POINTER.search(left) else ""


def counted_for(reader: Member | None, editions: list[AnswerEdition]) -> list[AnswerEdition]:
    """With as many comments as `reader` is shown: the number kept with an answer would tell of others."""
    unseen = unseen_by(reader)
    if unseen and editions:
        shown = Comment.objects.shown().filter(post__in=[edition.page_id for edition in editions])
        rows = shown.exclude(author__in=unseen).order_by().values_list("post").annotate(Count("pk"))
        counts: dict[int, int] = dict(rows)
        for edition in editions:
            edition.comment_count = counts.get(edition.page_id, 0)
    return editions


def unmet(reader: Member, comments: list[Comment]) -> None:
    """Take from the reader's own comments, and those she reported, the answers that are not there for her."""
    if unseen_by(reader):
        posts = {comment.post_id for comment in comments}
        found = AnswerEdition.objects.visible_to(reader).filter(page__in=posts)
        visible = set(found.values_list("page", flat=True))
        for comment in comments:
            if comment.post_id not in visible:
                comment.post._state.fields_cache["edition"] = None
