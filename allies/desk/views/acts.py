"""What a moderator does about a comment or its writer, each with words for the member."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from allies.accounts.models import Member
from allies.answers import reviewing
from allies.desk.access import for_moderators
from allies.desk.casework import State, state_of
from allies.desk.forms.acts import PauseForm, ReasonForm
from allies.desk.presets import CLOSE, HIDE, PAUSE, REMOVE, REPHRASE, Preset, begun, fitting
from allies.desk.views.cases import not_yours, onward
from allies.desk.views.pages import sent, show_form
from allies.moderation import actions
from allies.moderation.models import Case
from allies.moderation.queries import case_for

both = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True, slots=True)
class Act:
    """How the page of one act looks."""

    title: Any
    lead: Any
    go: Any
    done: Any
    presets: tuple[Preset, ...]
    kind: str = "danger"
    form: type[ReasonForm | PauseForm] = ReasonForm
    given: tuple[str, ...] = ("reason",)


RETURN = Act(
    gettext_lazy("Ask to rephrase"),
    gettext_lazy(
        "The comment goes back to its writer with your note. Their words are kept, and nobody else sees them."
    ),
    gettext_lazy("Send it back"),
    gettext_lazy("It went back to its writer."),
    REPHRASE,
    kind="go",
)
TAKE_AWAY = Act(
    gettext_lazy("Remove the comment"),
    gettext_lazy("It disappears from the conversation. Its writer sees why, and can ask somebody else to look again."),
    gettext_lazy("Remove"),
    gettext_lazy("The comment is removed."),
    REMOVE,
)
HIDE_ALL = Act(
    gettext_lazy("Hide the conversation"),
    gettext_lazy("The first comment and all replies to it disappear. All who wrote in it see why."),
    gettext_lazy("Hide it"),
    gettext_lazy("The conversation is hidden."),
    HIDE,
)
PAUSE_POSTING = Act(
    gettext_lazy("Pause posting"),
    gettext_lazy("For a time the member reads along and writes for themselves, but does not post. It ends by itself."),
    gettext_lazy("Pause"),
    gettext_lazy("Posting is paused. The comment itself still waits for you."),
    PAUSE,
    form=PauseForm,
    given=("reason", "days"),
)
CLOSE_ACCOUNT = Act(
    gettext_lazy("Propose to close the account"),
    gettext_lazy("This takes two people. Nothing happens until somebody else confirms it."),
    gettext_lazy("Propose it"),
    gettext_lazy("It waits for a second person. The comment itself still waits for you."),
    CLOSE,
)


@both
@for_moderators
def case_return(request: HttpRequest, key: int) -> HttpResponse:
    return _decide(request, key, RETURN, reviewing.return_to_writer)


@both
@for_moderators
def case_remove(request: HttpRequest, key: int) -> HttpResponse:
    return _decide(request, key, TAKE_AWAY, reviewing.remove)


@both
@for_moderators
def case_hide(request: HttpRequest, key: int) -> HttpResponse:
    return _decide(request, key, HIDE_ALL, reviewing.hide_conversation)


@both
@for_moderators
def case_pause(request: HttpRequest, key: int) -> HttpResponse:
    return _decide(request, key, PAUSE_POSTING, reviewing.pause_writer, again=True)


@both
@for_moderators
def case_propose_closing(request: HttpRequest, key: int) -> HttpResponse:
    return _decide(request, key, CLOSE_ACCOUNT, reviewing.propose_closing, again=True)


def _decide(request: HttpRequest, key: int, act: Act, do: Callable[..., Any], again: bool = False) -> HttpResponse:
    """Show the page of `act`, or carry it out. `again`: the case is still to be decided after it."""
    case = case_for(request.user, key)
    mine = state_of(case, request.user, now()) is State.MINE
    if not mine and request.method != "POST":
        return not_yours(request, key)
    chosen = fitting(act.presets, case.why, request.POST.get("with", ""))
    form = _form(request, act, str(chosen.words))
    if request.method == "POST" and form.is_valid():
        refused = _refused(case, form, act, do, by=request.user) if mine else _not_with_you()
        if not refused:
            return _onward(request, key, act, again)
        form.add_error(None, refused)
    return show_form(
        request,
        form,
        title=act.title,
        go=act.go,
        back=reverse("desk:case-detail", args=[key]),
        lead=act.lead,
        kind=act.kind,
        template="desk/act.html",
        case=case,
        presets=act.presets,
        chosen=chosen,
    )


def _refused(case: Case, form: ReasonForm | PauseForm, act: Act, do: Callable[..., Any], *, by: Member) -> str:
    """Carry it out; why nothing was done, if so."""
    try:
        do(case, *map(form.cleaned_data.get, act.given), by=by)
    except actions.HeldByAnother as held:
        return _held_words(held.name)
    except PermissionError:
        return _not_with_you()
    return ""


def _not_with_you() -> str:
    return _("Nothing was done: this one is not with you now. Your words are kept below.")


def _held_words(name: str) -> str:
    return _(
        "Nothing was done yet: %(name)s is deciding about a comment in this conversation just now. "
        "Please talk to each other, or try again in a while. Your words are kept below."
    ) % {"name": name}


def _form(request: HttpRequest, act: Act, words: str) -> ReasonForm | PauseForm:
    """What was sent; or, where words to begin with were asked for, these together with what was typed so far."""
    if "with" not in request.POST:
        return act.form(sent(request), initial={"reason": words})
    known = [str(preset.words) for preset in act.presets]
    return act.form(initial=request.POST.dict() | {"reason": begun(request.POST.get("reason", ""), words, known)})


def _onward(request: HttpRequest, key: int, act: Act, again: bool) -> HttpResponse:
    if not again:
        return onward(request, str(act.done))
    messages.success(request, act.done)
    return redirect("desk:case-detail", key)
