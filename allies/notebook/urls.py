from __future__ import annotations

from django.urls import path

from allies.notebook.views import acts, entry, pages, sharing

app_name = "notebook"
urlpatterns = [
    path("", pages.overview, name="overview"),
    path("search/", pages.search, name="search"),
    path("share/", sharing.share_begin, name="share"),
    path("share/choose/", sharing.share_choose, name="share-choose"),
    path("share/preview/", sharing.share_preview, name="share-preview"),
    path("share/pdf/", sharing.share_pdf, name="share-pdf"),
    path("share/link/", sharing.share_link, name="share-link"),
    path("share/links/<uuid:key>/end/", sharing.share_end, name="share-end"),
    path("<slug:kind>/", pages.entry_list, name="entry-list"),
    path("<slug:kind>/new/", entry.entry_begin, name="entry-begin"),
    path("<slug:kind>/quick/", entry.quick_begin, name="quick-begin"),
    path("<slug:kind>/<uuid:key>/", entry.entry_edit, name="entry-edit"),
    path("<slug:kind>/<uuid:key>/new/", entry.entry_new, name="entry-new"),
    path("<slug:kind>/<uuid:key>/quick/", entry.quick_new, name="quick-new"),
    path("<slug:kind>/<uuid:key>/keep/", entry.entry_keep, name="entry-keep"),
    path("<slug:kind>/<uuid:key>/delete/", acts.entry_delete, name="entry-delete"),
    path("<slug:kind>/<uuid:key>/choose/", acts.entry_choose, name="entry-choose"),
    path("<slug:kind>/<uuid:key>/choose/end/", acts.entry_unchoose, name="entry-unchoose"),
    path("<slug:kind>/<uuid:key>/count/", acts.entry_count, name="entry-count"),
]
