from __future__ import annotations

from django.urls import include, path
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtailadmin_urls

from allies.answers.views.closed import closed_why
from allies.desk.views.public_log import moderation_log
from allies.notebook.views.lent import shared_page
from allies.notebook.views.right_now import right_now, right_now_kept

urlpatterns = [
    path("answers/", include("allies.answers.urls")),  # the most read first: addresses are tried in this order
    path("learn/", include("allies.programme.urls")),
    path("cms/login/", RedirectView.as_view(url="/sign-in/?next=/cms/")),  # one way in, one way out, one page about
    path("cms/logout/", RedirectView.as_view(url="/sign-out/")),  # oneself: not Wagtail's, which know no second step
    path("cms/account/", RedirectView.as_view(url="/me/")),
    path("cms/", include(wagtailadmin_urls)),
    path("ask/", include("allies.answers.ask_urls")),
    path("now/", right_now, name="right-now"),
    path("now/kept/", right_now_kept, name="right-now-kept"),
    path("notes/together/", include("allies.notebook.plan_urls")),
    path("notes/", include("allies.notebook.urls")),
    path("desk/", include("allies.desk.urls")),
    path("shared/<str:token>/", shared_page, name="shared-page"),
    path("sign-in/closed/why/", closed_why, name="closed-why"),
    path("moderation-log/", moderation_log, name="moderation-log"),
    path("", include("allies.inbox.urls")),
    path("", include("allies.accounts.urls")),
    path("", include("allies.home.urls")),
]

handler400 = "allies.home.views.errors.bad_request"
handler403 = "allies.home.views.errors.permission_denied"
handler404 = "allies.home.views.errors.page_not_found"
handler429 = "allies.accounts.views.limits.too_many"  # allauth looks for it here
handler500 = "allies.home.views.errors.server_error"
