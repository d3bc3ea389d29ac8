from __future__ import annotations

from allauth.urls import urlpatterns as allauth_urlpatterns  # noqa: F401
from django.urls import include, path
from wagtail.admin import urls as wagtailadmin_urls

urlpatterns = [
    path("cms/", include(wagtailadmin_urls)),
    path("account/", include("allauth.urls")),
]
