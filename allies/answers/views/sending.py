"""Handing on what a form brought, for posting and for changing: what both have to say to their writer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from allies.accounts.views.limits import is_allowed
from allies.answers.forms import CommentForm
from allies.answers.models import Comment
from allies.answers.models.comments import as_sent
from allies.answers.posting import Refused, Sent, too_many
from allies.language import Finding
from allies.moderation.models import Policy, Why
from allies.moderation.words import findings

LOOKED_AT = 20_000  # characters of a text that is too long for a comment: danger in it matters all the same
_KINDS = {"crisis": Why.CRISIS, "disrespect": Why.DISRESPECT, "identity": Why.IDENTITY}


@dataclass(frozen=True, slots=True)
class Trial:
    """`comment`: they were taken. If not, `status` and `context` are for the page that brings them back."""

    comment: Comment | None = None
    status: int = 200
    findings: list[Finding] = field(default_factory=list)
    context: dict[str, Any] = field(default_factory=dict)


def attempt(request: HttpRequest, form: CommentForm, send: Callable[..., Sent]) -> Trial:
    """Send a bound form's words, unless something is wrong with them or this is a preview."""
    member = request.user
    if not form.is_valid() or "preview" in request.POST:
        found = findings(as_sent(request.POST.get("text", ""))[:LOOKED_AT], by=member)
        return Trial(status=422 if form.errors else 200, findings=found, context={"findings": found})
    text = form.cleaned_data["text"]
    token = as_it_is(member.pk, text)
    confirmed = constant_time_compare(request.POST.get("as_it_is", ""), token)
    try:
        if not is_allowed(request, "post-comment", f"{Policy.current().address_hourly}/h/ip"):
            raise Refused(429, too_many())
        sent = send(text, by=member, confirmed=confirmed)
    except Refused as refused:
        form.add_error(None, refused.words)
        return Trial(status=refused.status, context={"findings": findings(text, by=member)})
    except PermissionError:  # it was taken away, or its half hour ended, a moment ago
        form.add_error(None, _("This comment can no longer be changed. Your new words are kept below."))
        return Trial(status=422, context={"findings": findings(text, by=member)})
    if sent.comment is None:
        context = {"findings": sent.findings, "as_it_is": token, "asked": _asked(text, sent)}
        return Trial(status=422, findings=sent.findings, context=context)
    if sent.comment.held_at is not None:  # what is there for all to read speaks for itself
        messages.success(request, _what_waits(sent))
    return Trial(sent.comment, findings=sent.findings)


def as_it_is(member: int, text: str) -> str:
    """What confirms that a member keeps these very words: for other ones it says nothing."""
    return salted_hmac("answers.as-it-is", f"{member}:{text}", algorithm="sha256").hexdigest()


def _asked(text: str, sent: Sent) -> dict[str, list[str]]:
    """The places that the writer is asked about, by kind; each once."""
    found: dict[str, list[str]] = {}
    for each in sent.findings:
        if _KINDS.get(each.kind) in sent.verdict.why and (each.kind != "identity" or each.severity == "direct"):
            places = found.setdefault(each.kind, [])
            quote = " ".join(text[each.start : each.end].split())
            if quote not in places:
                places.append(quote)
    return found


def _what_waits(sent: Sent) -> str:
    if Why.NEWCOMER in sent.verdict.why:
        return _(
            "Thank you. A moderator reads a new member’s first comments before others do, usually within a day. "
            "Until then only you see this one."
        )
    return _("A moderator looks at it first, usually within a day. Until then only you see it.")
