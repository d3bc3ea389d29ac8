from __future__ import annotations

from django.urls import path

from allies.desk.views import acts, alerts, appeals, cases, closings, overview, policy, replies, rota, terms

app_name = "desk"
urlpatterns = [
    path("", overview.overview, name="overview"),
    path("queue/", cases.case_list, name="case-list"),
    path("queue/next/", cases.case_next, name="case-next"),
    path("queue/<int:key>/", cases.case_detail, name="case-detail"),
    path("queue/<int:key>/claim/", cases.case_claim, name="case-claim"),
    path("queue/<int:key>/release/", cases.case_release, name="case-release"),
    path("queue/<int:key>/approve/", cases.case_approve, name="case-approve"),
    path("queue/<int:key>/return/", acts.case_return, name="case-return"),
    path("queue/<int:key>/remove/", acts.case_remove, name="case-remove"),
    path("queue/<int:key>/hide/", acts.case_hide, name="case-hide"),
    path("queue/<int:key>/pause/", acts.case_pause, name="case-pause"),
    path("queue/<int:key>/propose-closing/", acts.case_propose_closing, name="case-propose-closing"),
    path("closings/", closings.closing_list, name="closing-list"),
    path("closings/<int:key>/confirm/", closings.closing_confirm, name="closing-confirm"),
    path("closings/<int:key>/withdraw/", closings.closing_withdraw, name="closing-withdraw"),
    path("alerts/", alerts.alert_list, name="alert-list"),
    path("alerts/<int:key>/", alerts.alert_detail, name="alert-detail"),
    path("alerts/<int:key>/take/", alerts.alert_take, name="alert-take"),
    path("alerts/<int:key>/hand-on/", alerts.alert_hand_on, name="alert-hand-on"),
    path("alerts/<int:key>/reply/", alerts.alert_reply, name="alert-reply"),
    path("alerts/<int:key>/answered/", alerts.alert_answered, name="alert-answered"),
    path("alerts/<int:key>/close/", alerts.alert_close, name="alert-close"),
    path("appeals/", appeals.appeal_list, name="appeal-list"),
    path("appeals/<int:key>/", appeals.appeal_detail, name="appeal-detail"),
    path("appeals/<int:key>/claim/", appeals.appeal_claim, name="appeal-claim"),
    path("rota/", rota.shift_list, name="shift-list"),
    path("rota/add/", rota.shift_add, name="shift-add"),
    path("rota/<int:key>/remove/", rota.shift_remove, name="shift-remove"),
    path("replies/", replies.reply_list, name="reply-list"),
    path("replies/add/", replies.reply_add, name="reply-add"),
    path("replies/<int:key>/", replies.reply_change, name="reply-change"),
    path("replies/<int:key>/delete/", replies.reply_delete, name="reply-delete"),
    path("policy/", policy.policy_change, name="policy-change"),
    path("words/", terms.term_list, name="term-list"),
    path("words/add/", terms.term_add, name="term-add"),
    path("words/<int:key>/", terms.term_change, name="term-change"),
    path("words/<int:key>/try/", terms.term_try, name="term-try"),
    path("words/<int:key>/set-live/", terms.term_set_live, name="term-set-live"),
    path("words/<int:key>/take-down/", terms.term_take_down, name="term-take-down"),
    path("words/<int:key>/delete/", terms.term_delete, name="term-delete"),
]
