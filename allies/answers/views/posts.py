from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from allies.accounts.queries import NOBODY, unseen_by
from allies.answers import actions, queries
from allies.answers.forms import BLANK, CommentForm
from allies.answers.page import answer_page
from allies.answers.thread import thread_of
from allies.answers.unsent import let_go, unsent_at
from allies.answers.visitors import visitor_page
from allies.moderation.queries import muted_keys


@login_not_required
@require_safe
def answer_list(request: HttpRequest, topic: str = "") -> HttpResponse:
    topics = queries.topics()
    shown = next((known for known in topics if known.slug == topic), None)
    if topic and shown is None:
        raise Http404
    page = queries.listed(shown, request.GET.get("page"), request.user)
    hero = page.object_list[0] if page.number == 1 and not topic and page.object_list else None
    context = {"page": page, "hero": hero, "topics": topics, "topic": shown, "place": "answers"}
    return render(request, "answers/answer_list.html", context)


@login_not_required
@require_safe
def answer_detail(request: HttpRequest, slug: str) -> HttpResponse:
    if request.user.is_authenticated:
        return answer_page(request, answer_context(request, slug))
    return visitor_page(request, slug)


def answer_context(request: HttpRequest, slug: str, form: CommentForm | None = None) -> dict[str, Any]:
    """What the page of an answer shows a member; `form` when a comment came back with errors or for a preview."""
    member = request.user
    answer = queries.answer_for(slug, member)
    start, seen = request.GET.get("from", ""), answer.reader_seen
    thread = thread_of(
        answer.page_id,
        member,
        asked_by=answer.asked_by,
        seen=seen,
        start=start,
        muted=muted_keys(member) if answer.reader_mutes else NOBODY,
        unseen=unseen_by(member),
    )
    if seen is not None and seen < thread.last:
        actions.mark_seen(answer, thread.last, by=member)
    unsent = unsent_at(request, answer.address)
    let_go(request, answer.address)
    if unsent and unsent[0].strip():
        actions.keep_draft(answer, unsent[0], by=member, parent=queries.comment_under(answer, unsent[1], member))
    draft = queries.draft_of(member, answer.page_id) if unsent or answer.reader_draft else None
    wanted = request.GET.get("reply", draft.parent_id if draft else None)
    parent = queries.comment_under(answer, wanted, member) if wanted else None
    form = form or (CommentForm(initial={"text": draft.text}) if draft else BLANK)
    context = {"answer": answer, "place": "answers", "start": start, "thread": thread, "follows": seen is not None}
    lost = bool(wanted) and parent is None
    context |= {"reply": parent, "reply_hidden": queries.is_hidden(parent), "reply_lost": lost}
    return context | {"form": form, "draft": draft}


@require_POST
def answer_follow(request: HttpRequest, slug: str) -> HttpResponse:
    answer = queries.answer_at(slug, request.user)
    actions.follow(answer, by=request.user)
    return redirect(f"{answer.address}#talk")


@require_POST
def answer_unfollow(request: HttpRequest, slug: str) -> HttpResponse:
    answer = queries.answer_at(slug, request.user)
    actions.unfollow(answer, by=request.user)
    return redirect(f"{answer.address}#talk")
