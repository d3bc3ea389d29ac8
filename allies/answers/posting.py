"""A member's words on their way into a conversation: whether they may post now, and what screening makes of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _

from allies.accounts.models import Member, Role
from allies.answers import actions
from allies.answers.counting import one_at_a_time, recount
from allies.answers.models import AnswerEdition, Comment
from allies.answers.models.comments import CommentQuerySet, as_sent
from allies.answers.queries import is_hidden
from allies.answers.telling import tell_of
from allies.language import Finding
from allies.lib.markdown import comment_html
from allies.moderation import actions as moderation
from allies.moderation.models import Policy, Why
from allies.moderation.queries import pause_of
from allies.moderation.screening import LIVE, OTHER, Facts, Verdict, screen
from allies.moderation.words import findings

REPEATED_WITHIN = timedelta(days=7)
NEW_FOR = timedelta(days=7)  # since joining: so long links wait, however many comments were read
SHORT = 4  # words; with fewer, as "Thank you so" and a heart, people may well say the same twice
_LEADS_AWAY = re.compile(r'href="(?![/#])')
_ADDRESS = re.compile(r"https?://|\bwww\.", re.IGNORECASE)


class Refused(Exception):  # noqa: N818 - an answer to the member, not a fault
    """Not posted now. `words` tell the member what happened and what to do; `status` is for the browser."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status, self.words = status, words


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of words that were sent. No `comment`: their writer is asked once more, and nothing is posted."""

    comment: Comment | None
    findings: list[Finding]
    verdict: Verdict = LIVE


def send(post: AnswerEdition, text: str, *, by: Member, parent: Comment | None = None, confirmed: bool = False) -> Sent:
    """Post, hold for a moderator, or ask once more. `confirmed`: asked about these very words, the writer keeps them.

    Raises Refused when posting is paused, the conversation hidden, or the allowance for an hour used up. Two at once by
    one member wait for each other, so that neither limits nor the same words twice slip through.
    """
    text, found, policy = as_sent(text), findings(text, by=by), Policy.current()
    with transaction.atomic():
        list(Member.objects.select_for_update(no_key=True).filter(pk=by.pk).values_list("pk"))
        at, root = now(), (parent.parent or parent) if parent else None
        again = Comment.objects.sent_again(post.page_id, text, by=by, at=at).filter(parent=root).first()
        if again:
            return Sent(again, found)
        if root:
            _refuse_hidden(post, root)
        _refuse_paused(by, at)
        _refuse_too_many(by, policy, at)
        verdict = screen(found, _facts(text, by, policy, at, confirmed=confirmed), policy)
        if verdict.asks:
            return Sent(None, found, verdict)
        comment = actions.post_comment(post, text, by=by, parent=parent, at=at, held=verdict.waits)
        actions.keep_draft(post, "", by=by)
        if not verdict.waits:
            tell_of(comment)
        _set_off(comment, verdict, at)
    return Sent(comment, found, verdict)


def send_anew(comment: Comment, text: str, *, by: Member, confirmed: bool = False) -> Sent:
    """Change a comment: what would wait as a new one waits again, and what a moderator sent back goes to the queue.

    Raises Refused when posting is paused, PermissionError when the comment can no longer be changed.
    """
    text, found, policy = as_sent(text), findings(text, by=by), Policy.current()
    with transaction.atomic():
        one_at_a_time([comment.post_id])
        comment.refresh_from_db(fields=["text", "held_at", "returned_at", "taken_away_at", "written_at"])
        at = now()
        _refuse_paused(by, at)
        verdict = screen(found, _facts(text, by, policy, at, confirmed=confirmed, changed=comment), policy)
        if verdict.asks:
            return Sent(None, found, verdict)
        returned = comment.returned_at is not None
        actions.edit_comment(comment, text, by=by)
        if returned or (verdict.waits and comment.held_at is None):
            comment.held_at, comment.returned_at = at, None
            comment.save(update_fields=["held_at", "returned_at"])
            recount([comment.post_id])
        moderation.look_again(comment)
        _set_off(comment, verdict, at, rephrased=returned)
    return Sent(comment, found, verdict)


def _set_off(comment: Comment, verdict: Verdict, at: datetime, *, rephrased: bool = False) -> None:
    """Call for a moderator where one has to look, and for whoever is on duty where somebody may be in danger."""
    why = [str(Why.REPHRASED), *verdict.why] if rephrased else list(verdict.why)
    if why:
        weight = max(verdict.weight, OTHER) if rephrased else verdict.weight
        moderation.open_case(comment, why, weight=weight, at=at)
    if verdict.alerts:
        moderation.raise_alert(comment, verdict.keys, verdict.urgent, at=at)


def _facts(
    text: str, by: Member, policy: Policy, at: datetime, *, confirmed: bool, changed: Comment | None = None
) -> Facts:
    """`changed`: the comment that gets these words, so that nothing comes in by the back door after it was read."""
    if by.role != Role.MEMBER:  # the team knows the rules, and may well say the same twice
        return Facts(confirmed=confirmed)
    others = Comment.objects.written_by(by).exclude(pk=changed.pk if changed else None)
    again = others.filter(text=text, written_at__gte=at - REPEATED_WITHIN)
    newcomer = _is_newcomer(others, policy)
    return Facts(
        newcomer=newcomer and not (changed and changed.returned_at),  # what came back waits in any case
        link=(newcomer or at - by.joined_at < NEW_FOR) and _has_link(text),
        repeated=len(text.split()) >= SHORT and again.exists(),
        confirmed=confirmed,
    )


def _is_newcomer(others: CommentQuerySet, policy: Policy) -> bool:
    """Fewer other comments than the policy says have ever been shown."""
    first = policy.newcomer_comments
    return first > 0 and others.filter(held_at=None)[:first].count() < first


def _has_link(text: str) -> bool:
    """To another place than this site, or what looks like one."""
    return bool(_ADDRESS.search(text) or _LEADS_AWAY.search(comment_html(text)))


def _refuse_hidden(post: AnswerEdition, first: Comment) -> None:
    """`first`: of a conversation that a moderator may be about to hide."""
    one_at_a_time([post.page_id])
    first.refresh_from_db(fields=["taken_away_at"])
    if is_hidden(first):
        raise Refused(
            409,
            _("A moderator closed this conversation. Your words are kept here. You can write to everyone instead."),
        )


def _refuse_paused(by: Member, at: datetime) -> None:
    pause = pause_of(by, at)
    if pause is None:
        return
    until = date_format(localtime(pause.until), "j F Y, H:i") if pause.until else ""
    raise Refused(
        403,
        _("Posting is paused for you until %(until)s. Your words are kept here. “Your comments” says why.")
        % {"until": until},
    )


def _refuse_too_many(by: Member, policy: Policy, at: datetime) -> None:
    most = policy.member_hourly
    newest = Comment.objects.written_by(by).order_by("-pk").values_list("written_at", flat=True)
    last = newest[most - 1 : most]
    if any(written > at - timedelta(hours=1) for written in last):
        raise Refused(429, too_many())


def too_many() -> str:
    return _("That was a lot in one hour. Your words are kept here. Please wait a little, then post them.")
