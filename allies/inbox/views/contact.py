from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from allies.accounts.views.limits import is_allowed, too_many
from allies.inbox import actions, queries
from allies.inbox.forms import ContactForm
from allies.inbox.models import Channel

TESTS, CHANGES = "6/h/user", "60/h/user"


@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: HttpRequest) -> HttpResponse:
    profile = queries.profile_of(request.user)
    form = ContactForm(request.POST if request.method == "POST" else None, member=request.user, profile=profile)
    if request.method == "POST" and not is_allowed(request, "contact", CHANGES):
        return too_many(request)
    if request.method == "POST" and form.is_valid():
        actions.keep_profile(form.filled())
        messages.success(request, _("Kept. This is how we write to you from now on."))
        if words := form.telling():
            messages.warning(request, _telling(words))
        return redirect("inbox:contact")
    if request.method != "POST":
        actions.mark_read(request.user, "contact")
    context = {"form": form, "profile": profile, "place": "me"}
    return render(request, "inbox/contact.html", context, status=422 if form.errors else 200)


@require_POST
def contact_test(request: HttpRequest) -> HttpResponse:
    profile = queries.profile_of(request.user)
    if profile is None or profile.channel == Channel.NEVER or profile.stopped_at or not request.user.email:
        messages.info(request, _("First choose e-mail here and keep it. Then we can send you a test."))
    elif not is_allowed(request, "contact-test", TESTS):
        return too_many(request)
    else:
        actions.ask_test(request.user)
        messages.success(request, _("A test is on its way. It can take a few minutes."))
    return redirect("inbox:contact")


def _telling(words: list[str]) -> str:
    return _(
        "Your own words are kept. One thought: somebody who sees your mail could learn from “%(words)s” what this is "
        "about. If that could trouble you, choose other words."
    ) % {"words": "”, “".join(dict.fromkeys(words))}
