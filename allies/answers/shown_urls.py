from __future__ import annotations

from django.urls import path

from allies.answers.views import shown, what_happened

app_name = "shown"
urlpatterns = [
    path("<uuid:key>/shown/", shown.shown, name="shown"),
    path("<uuid:key>/shown/consent/", shown.consent_give, name="consent-give"),
    path("<uuid:key>/shown/refuse/", shown.consent_refuse, name="consent-refuse"),
    path("<uuid:key>/shown/change/", shown.quotation_change, name="quotation-change"),
    path("<uuid:key>/shown/withdraw/", shown.consent_withdraw, name="consent-withdraw"),
    path("<uuid:key>/what-happened/", what_happened.what_happened, name="what-happened"),
]
