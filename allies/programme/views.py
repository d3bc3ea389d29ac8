from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest
from django.http.response import HttpResponseBase
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from allies.lib.files import ranged
from allies.programme import actions, queries
from allies.programme.outline import outline_for

DAY = 86_400  # seconds; nobody watches longer


@login_not_required
@require_safe
def module_list(request: HttpRequest) -> HttpResponse:
    member = request.user if request.user.is_authenticated else None
    return render(
        request, "programme/module_list.html", {"outline": outline_for(member, modules=True), "place": "learn"}
    )


@login_not_required
@require_safe
def module_detail(request: HttpRequest, module: str) -> HttpResponse:
    member = request.user if request.user.is_authenticated else None
    outline = outline_for(member, modules=True)
    stretch = next((stretch for stretch in outline.stretches if stretch.module.slug == module), None)
    if stretch is None:
        raise Http404
    context = {"outline": outline, "stretch": stretch, "place": "learn"}
    return render(request, "programme/module_detail.html", context)


@require_safe
def lesson_detail(request: HttpRequest, module: str, lesson: str) -> HttpResponse:
    found = queries.lesson_at(module, lesson)
    outline = outline_for(request.user)
    if outline.last != found.code and not found.coming:
        actions.remember_lesson(found, by=request.user)
    before, after = outline.around(found.code)
    positions = queries.positions_of(request.user) if "data-recording" in found.html else {}
    context = {
        "lesson": found,
        "html": found.html_for(positions, get_token(request)),
        "steps": [step for step in outline.steps if step.module_slug == module],
        "done": any(step.done for step in outline.steps if step.code == found.code),
        "before": before,
        "after": after,
        "place": "learn",
    }
    return render(request, "programme/lesson_detail.html", context)


@require_POST
def lesson_complete(request: HttpRequest, module: str, lesson: str) -> HttpResponse:
    found = queries.lesson_at(module, lesson)
    if found.coming:
        raise Http404
    actions.complete_lesson(found, by=request.user)
    _before, after = outline_for(request.user).around(found.code)
    return redirect(after.address if after and "next" in request.POST else f"{found.address}#done")


@require_POST
def lesson_reopen(request: HttpRequest, module: str, lesson: str) -> HttpResponse:
    found = queries.lesson_at(module, lesson)
    actions.reopen_lesson(found, by=request.user)
    return redirect(f"{found.address}#done")


@require_safe
def recording_part(request: HttpRequest, key: UUID, part: str) -> HttpResponseBase:
    stored = queries.recording(key).part(part)
    if stored is None:
        raise Http404
    return ranged(request, stored)


@require_POST
def recording_position(request: HttpRequest, key: UUID) -> HttpResponse:
    position = request.POST.get("position", "")
    if not (position.isdecimal() and len(position) < 6 and int(position) <= DAY):
        return HttpResponseBadRequest(f"position: whole seconds up to {DAY}")
    actions.remember_position(queries.recording(key), int(position), by=request.user)
    return HttpResponse(status=204)
