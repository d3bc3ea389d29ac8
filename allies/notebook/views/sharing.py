"""Show one page to a counsellor: choose, leave out, look at exactly that, then a PDF or an address that ends.

All by POST, and nothing is kept on the way: what she chose stands in no address, history or log.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from allies.lib.pdf import CannotPrintError, can_print, pdf
from allies.notebook.sharing import links
from allies.notebook.sharing.forms import AboutForm, LinkForm, WantedForm
from allies.notebook.sharing.offer import MOST, Offer, offer_of, secret_from, signed
from allies.notebook.views.sent import FORM

CHOSEN = ("patterns", "dated", "first", "last", "whole")
ABOVE = ("name", "note")


@require_safe
def share_begin(request: HttpRequest) -> HttpResponse:
    return _begin(request, WantedForm())


def _begin(request: HttpRequest, form: WantedForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "lent": links.lent_by(request.user, now()), "place": "notes"}
    return render(request, "notebook/share/begin.html", context, status=status)


@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(FORM)
def share_choose(request: HttpRequest) -> HttpResponse:
    """All that was asked for, each piece with a box to leave it out."""
    form = WantedForm(request.POST)
    if request.method != "POST":
        return redirect("notebook:share")
    if not form.is_valid():
        return _begin(request, form, 422)
    return _choose(request, offer_of(request.user, form.wanted()), form)


def _choose(request: HttpRequest, offer: Offer, form: WantedForm) -> HttpResponse:
    if not offer.sections:
        form.add_error(None, _("Nothing is noted there yet. Please choose other days, or more kinds."))
        return _begin(request, form, 422)
    about = AboutForm(initial={name: request.POST.get(name, "") for name in ABOVE})
    context = {
        "offer": offer,
        "out": set(request.POST.getlist("out")),
        "about": about,
        "most": MOST,
        "carried": _carried(request, *CHOSEN),
        "place": "notes",
    }
    return render(request, "notebook/share/choose.html", context)


def _carried(request: HttpRequest, *names: str) -> list[tuple[str, str]]:
    return [(name, value) for name in names for value in request.POST.getlist(name)]


@sensitive_variables()
def _page(request: HttpRequest) -> links.Page | HttpResponse:
    """The page as she chose it; or the step before, when what she saw there is not what stands there now."""
    form, about = WantedForm(request.POST), AboutForm(request.POST)
    if not form.is_valid():
        return _begin(request, form, 422)
    offer = offer_of(request.user, form.wanted())
    if not about.is_valid() or not offer.was_seen(request.POST.get("seen", "")):
        messages.warning(request, _("Your notes changed since this page was opened. Please look once more."))
        return _choose(request, offer, form)
    page = links.page_of(offer, set(request.POST.getlist("out")), **about.cleaned_data)
    if not page["sections"]:
        messages.warning(request, _("Nothing is left to show. Please keep at least one piece."))
        return _choose(request, offer, form)
    return page


@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(FORM)
def share_preview(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return redirect("notebook:share")
    page = _page(request)
    return page if isinstance(page, HttpResponse) else _preview(request, page, LinkForm())


def _preview(request: HttpRequest, page: links.Page, form: LinkForm, status: int = 200) -> HttpResponse:
    context: dict[str, Any] = {
        "page": page,
        "form": form,
        "can_print": can_print(),
        "carried": _carried(request, *CHOSEN, *ABOVE, "out", "seen"),
        "secret": signed(links.new_secret(), request.user),
        "place": "notes",
    }
    return render(request, "notebook/share/preview.html", context, status=status)


@sensitive_post_parameters()
@sensitive_variables()
@require_POST
def share_pdf(request: HttpRequest) -> HttpResponse:
    page = _page(request)
    if isinstance(page, HttpResponse):
        return page
    try:
        made = pdf(render_to_string("notebook/share/print.html", {"page": page}))
    except CannotPrintError:
        messages.warning(request, _("This site cannot make a PDF. You can print this page with your browser."))
        return _preview(request, page, LinkForm())
    name = {"Content-Disposition": 'attachment; filename="notes.pdf"'}
    return HttpResponse(made, content_type="application/pdf", headers=name)


@sensitive_post_parameters()
@sensitive_variables()
@require_POST
def share_link(request: HttpRequest) -> HttpResponse:
    """The address is shown here once. Nobody can look it up again, she neither."""
    page, form = _page(request), LinkForm(request.POST)
    if isinstance(page, HttpResponse):
        return page
    try:
        secret = secret_from(request.POST.get("secret", ""), request.user)
    except signing.BadSignature:
        return _preview(request, page, form, 422)
    if not form.is_valid():
        return _preview(request, page, form, 422)
    given, at = form.cleaned_data, now()
    ends, opens = at + timedelta(hours=int(given["hours"])), int(given["opens"] or 0) or None
    try:
        share = links.lend(page, secret, by=request.user, label=given["label"], ends_at=ends, opens=opens, now=at)
    except links.TooManyError:
        messages.warning(request, _("You have many open links. Please end one first."))
        return _preview(request, page, form, 422)
    address = f"{settings.ORIGIN}{reverse('shared-page', args=[secret])}"
    return render(request, "notebook/share/made.html", {"share": share, "address": address, "place": "notes"})


@require_POST
def share_end(request: HttpRequest, key: UUID) -> HttpResponse:
    links.take_back(key, by=request.user)
    messages.success(request, _("It has ended. Nobody can open it any more."))
    return redirect("notebook:share")
