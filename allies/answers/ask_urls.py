from __future__ import annotations

from django.urls import path

from allies.answers.views import ask, asked, invitations, shown, what_happened

app_name = "ask"
urlpatterns = [
    path("", ask.question_create, name="question-create"),
    path("keep/", ask.question_keep, name="question-keep"),
    path("send/", ask.question_send, name="question-send"),
    path("invitations/<int:key>/accept/", invitations.invitation_accept, name="invitation-accept"),
    path("invitations/<int:key>/decline/", invitations.invitation_decline, name="invitation-decline"),
    path("<uuid:key>/", asked.question_detail, name="question-detail"),
    path("<uuid:key>/keep/", asked.message_keep, name="message-keep"),
    path("<uuid:key>/share/", asked.question_share, name="question-share"),
    path("<uuid:key>/close/", asked.question_close, name="question-close"),
    path("<uuid:key>/take-back/", asked.question_take_back, name="question-take-back"),
    path("<uuid:key>/shown/", shown.shown, name="shown"),
    path("<uuid:key>/shown/consent/", shown.consent_give, name="consent-give"),
    path("<uuid:key>/shown/refuse/", shown.consent_refuse, name="consent-refuse"),
    path("<uuid:key>/shown/change/", shown.quotation_change, name="quotation-change"),
    path("<uuid:key>/shown/withdraw/", shown.consent_withdraw, name="consent-withdraw"),
    path("<uuid:key>/what-happened/", what_happened.what_happened, name="what-happened"),
]
