from __future__ import annotations

from allies.notebook.clock import at
from allies.notebook.views import plan_entries, plans

app_name = "together"
urlpatterns = [
    at("", plans.plan_list, name="plans"),
    at("new/", plans.plan_begin, name="begin"),
    at("asked/<uuid:key>/", plans.invitation, name="invitation"),
    at("asked/<uuid:key>/accept/", plans.invitation_accept, name="invitation-accept"),
    at("asked/<uuid:key>/decline/", plans.invitation_decline, name="invitation-decline"),
    at("<uuid:plan>/", plans.plan, name="plan"),
    at("<uuid:plan>/leave/", plans.plan_leave, name="leave"),
    at("<uuid:plan>/<slug:kind>/new/", plan_entries.entry_begin, name="entry-begin"),
    at("<uuid:plan>/<slug:kind>/<uuid:key>/", plan_entries.entry_edit, name="entry-edit"),
    at("<uuid:plan>/<slug:kind>/<uuid:key>/new/", plan_entries.entry_new, name="entry-new"),
    at("<uuid:plan>/<slug:kind>/<uuid:key>/keep/", plan_entries.entry_keep, name="entry-keep"),
    at("<uuid:plan>/<slug:kind>/<uuid:key>/delete/", plan_entries.entry_delete, name="entry-delete"),
]
