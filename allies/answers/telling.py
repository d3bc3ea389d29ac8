"""Who hears of a comment, once everybody can see it; and an asker of what the team wrote."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.timezone import now

from allies.accounts.models import Apart, Member, Role
from allies.answers.models import Comment, Follow, Message, Question
from allies.answers.models.questions import ANSWERING
from allies.inbox import actions
from allies.inbox.models import Kind
from allies.inbox.queries import unread_keys, unread_like
from allies.moderation.models import Mute

ABOUT_INVITATIONS = "invitations"  # whoever looks at /ask/ has seen them


def mark_read(member: Member, post: int, last: int) -> int:
    """`member` has seen the comments under `post` up to the one with the key `last`. Returns how many were news."""
    unread = unread_keys(member, _about(post)) if getattr(member, "unread", 1) else []
    seen = [key for key in unread if int(key.partition(":")[2]) <= last]
    return actions.mark_read(member, _about(post), seen) if seen else 0


def tell_of(comment: Comment) -> None:
    """Those in its conversation, then whoever else follows the answer. In the transaction that shows it.

    Whoever began the conversation hears of a reply in any case, others in it while they follow the answer. Not its
    writer, and nobody who muted its writer or must not meet them; the team is not muted.
    """
    followers = set(Follow.objects.filter(post=comment.post_id).values_list("member", flat=True))
    talking = _talking(comment) if comment.parent_id else set()
    began = {comment.parent.author_id} if comment.parent else set()
    apart = {None, comment.author_id}
    if comment.author and comment.author.role == Role.MEMBER:
        apart |= set(Mute.objects.filter(muted=comment.author).values_list("member", flat=True))
        apart |= set(Apart.objects.of(comment.author).values_list("other", flat=True))
    replied = (began | talking & followers) - apart
    place = {"key": _key(comment.pk), "about": _about(comment.post_id)}
    address = f"/answers/comments/{comment.pk}/"
    for members, kind in ((replied, Kind.REPLY), (followers - replied - apart, Kind.COMMENT)):
        if members:
            actions.tell_each((member for member in members if member), kind, address, **place)


def tell_asker(question: Question, kind: Kind, event: str, address: str = "") -> None:
    """The asker hears that something waits at her question. `event`: its key, told once."""
    actions.tell(question.member_id, kind, address or question.address, key=event, about=about_question(question))


def tell_new_owner(question: Question, to: Member) -> None:
    """Whoever a question was handed to hears of it; each time it is."""
    key = f"handed:{question.pk}:{now():%Y%m%d%H%M%S}"
    actions.tell(to, Kind.HANDED, _at_desk(question), key=key, about=about_at_desk(question))


def tell_owner(question: Question, message: Message) -> None:
    """Whoever answers it hears that its asker wrote back; not of whom they must not meet, nor once they have left."""
    owner = question.owner
    if owner is None or not owner.is_active or owner.role not in ANSWERING:
        return
    if not Apart.objects.of(owner).filter(other=question.member_id).exists():
        key, about = f"wrote-back:{message.pk}", about_at_desk(question)
        actions.tell(owner, Kind.DESK_REPLY, _at_desk(question), key=key, about=about)


def read_at_desk(member: Member, question: Question) -> int:
    """Somebody of the team has seen its page at the desk. No query for who has nothing unread."""
    return actions.mark_read(member, about_at_desk(question)) if getattr(member, "unread", 1) else 0


def about_at_desk(question: Question) -> str:
    return f"desk:{question.pk}"


def _at_desk(question: Question) -> str:
    return f"/desk/questions/{question.pk}/"


def read_question(member: Member, question: Question) -> int:
    """She has seen her question's page. No query for who has nothing unread."""
    return actions.mark_read(member, about_question(question)) if getattr(member, "unread", 1) else 0


def read_invitations(member: Member) -> int:
    return actions.mark_read(member, ABOUT_INVITATIONS) if getattr(member, "unread", 1) else 0


def about_question(question: Question) -> str:
    return f"question:{question.pk}"


def withdraw_comments(comments: Iterable[int]) -> None:
    """They are not there any more, or wait: what told of them goes, unless it was read."""
    actions.withdraw(_key(comment) for comment in comments)


def withdraw_between(pairs: set[tuple[int, int]]) -> None:
    """What the first of each pair has not read yet of the second. Who has a role stays to be seen.

    One query when there is no such news: how long it takes to name somebody must not tell whether they are here.
    """
    news = {notice: int(notice.key.partition(":")[2]) for notice in unread_like({one for one, _ in pairs}, _key(""))}
    if news:
        written = Comment.objects.filter(pk__in=news.values(), author__role=Role.MEMBER)
        authors = dict(written.values_list("pk", "author"))
        gone = [notice.pk for notice, comment in news.items() if (notice.member_id, authors.get(comment)) in pairs]
        actions.withdraw_these(gone)


def _talking(comment: Comment) -> set[int | None]:
    return set(Comment.objects.in_conversation_of(comment).shown().values_list("author", flat=True))


def _about(post: int) -> str:
    return f"answer:{post}"


def _key(comment: int | str) -> str:
    return f"comment:{comment}"
