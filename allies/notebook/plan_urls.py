from __future__ import annotations

from django.urls import path

from allies.notebook.views import plan_entries, plans

app_name = "together"
urlpatterns = [
    path("", plans.plan_list, name="plans"),
    path("new/", plans.plan_begin, name="begin"),
    path("asked/<uuid:key>/", plans.invitation, name="invitation"),
    path("asked/<uuid:key>/accept/", plans.invitation_accept, name="invitation-accept"),
    path("asked/<uuid:key>/decline/", plans.invitation_decline, name="invitation-decline"),
    path("<uuid:plan>/", plans.plan, name="plan"),
    path("<uuid:plan>/leave/", plans.plan_leave, name="leave"),
    path("<uuid:plan>/<slug:kind>/new/", plan_entries.entry_begin, name="entry-begin"),
    path("<uuid:plan>/<slug:kind>/<uuid:key>/", plan_entries.entry_edit, name="entry-edit"),
    path("<uuid:plan>/<slug:kind>/<uuid:key>/new/", plan_entries.entry_new, name="entry-new"),
    path("<uuid:plan>/<slug:kind>/<uuid:key>/keep/", plan_entries.entry_keep, name="entry-keep"),
    path("<uuid:plan>/<slug:kind>/<uuid:key>/delete/", plan_entries.entry_delete, name="entry-delete"),
]
