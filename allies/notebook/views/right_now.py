"""“What do I do right now?”: asked, answered and forgotten. No row, no session, nothing in an address or a log."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from allies.craft.responding import respond
from allies.craft.situation import SituationError
from allies.lib.lessons import lesson_titles
from allies.lib.shell import shell
from allies.lib.urgent_help import ORDER
from allies.notebook.kinds.episode import FOLLOWED
from allies.notebook.right_now import ENDS, LEAVES_OUT, QUESTIONS, STATES, asks, shown, situation_of
from allies.notebook.right_now_rules import page_words


@sensitive_variables()
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def right_now(request: HttpRequest) -> HttpResponse:
    """Without `whose` in its form, so that what is tapped is not kept either when the session has ended meanwhile."""
    if request.method != "POST":
        return render(request, "notebook/now/ask.html", _asking())
    try:
        situation = situation_of(request.POST)
    except SituationError:
        return render(request, "notebook/now/ask.html", _asking() | {"unknown": True}, status=422)
    response = respond(situation)
    answer = shown(response, lesson_titles())
    said_yes = situation.event == "agreed_to_treatment" and "invite" not in response.closed
    noted = {"key": uuid4(), "state": STATES.get(situation.now, "unsure"), "followed": FOLLOWED}
    return render(
        request, "notebook/now/answer.html", {"place": "now", "answer": answer, "noted": noted, "said_yes": said_yes}
    )


@require_safe
def right_now_kept(request: HttpRequest) -> HttpResponse:
    """The page as a device keeps it for when there is no connection: the same for everybody, with the whole table."""
    words = page_words(lesson_titles())
    context = {**shell(HttpRequest()), **_asking(), "signed_in": True, "kept": True, "words": words, "all_keys": ORDER}
    return HttpResponse(render_to_string("notebook/now/ask.html", context))


def _asking() -> dict[str, Any]:
    steps = {"asks": asks(), "ends": ENDS, "leaves_out": LEAVES_OUT}
    return {"place": "now", "questions": QUESTIONS, "steps": steps}
