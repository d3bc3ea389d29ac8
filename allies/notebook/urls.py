from __future__ import annotations

from django.urls import path

from allies.notebook.views import acts, asking, entry, pages, sheets

app_name = "notebook"
urlpatterns = [
    path("", pages.overview, name="overview"),
    path("search/", pages.search, name="search"),
    path("check/", asking.words_beside, name="words-beside"),
    path("safety/", sheets.safety_plan, name="safety-plan"),
    path("readiness/", sheets.readiness_kit, name="readiness-kit"),
    path("readiness/yes/", sheets.readiness_yes, name="readiness-yes"),
    path("<slug:kind>/", pages.entry_list, name="entry-list"),
    path("<slug:kind>/new/", entry.entry_begin, name="entry-begin"),
    path("<slug:kind>/quick/", entry.quick_begin, name="quick-begin"),
    path("<slug:kind>/<uuid:key>/", entry.entry_edit, name="entry-edit"),
    path("<slug:kind>/<uuid:key>/new/", entry.entry_new, name="entry-new"),
    path("<slug:kind>/<uuid:key>/quick/", entry.quick_new, name="quick-new"),
    path("<slug:kind>/<uuid:key>/keep/", entry.entry_keep, name="entry-keep"),
    path("<slug:kind>/<uuid:key>/aloud/", asking.entry_aloud, name="entry-aloud"),
    path("<slug:kind>/<uuid:key>/delete/", acts.entry_delete, name="entry-delete"),
    path("<slug:kind>/<uuid:key>/choose/", acts.entry_choose, name="entry-choose"),
    path("<slug:kind>/<uuid:key>/choose/end/", acts.entry_unchoose, name="entry-unchoose"),
    path("<slug:kind>/<uuid:key>/count/", acts.entry_count, name="entry-count"),
]
