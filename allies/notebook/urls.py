from __future__ import annotations

from datetime import date

from django.urls import register_converter

from allies.notebook.clock import at
from allies.notebook.views import acts, asking, entry, pages, seen, sharing, sheets


class DayConverter:
    """2026-03-14"""

    regex = r"[12]\d{3}-[01]\d-[0-3]\d"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        return value.isoformat()


register_converter(DayConverter, "day")


app_name = "notebook"
urlpatterns = [
    at("", pages.overview, name="overview"),
    at("search/", pages.search, name="search"),
    at("check/", asking.words_beside, name="words-beside"),
    at("days/month/", seen.month_now, name="month"),
    at("days/month/<day:first>/", seen.month_of, name="month-of"),
    at("days/on/<day:day>/", seen.day, name="day"),
    at("days/patterns/", seen.patterns_page, name="patterns"),
    at("days/charts/", seen.charts, name="charts"),
    at("safety/", sheets.safety_plan, name="safety-plan"),
    at("readiness/", sheets.readiness_kit, name="readiness-kit"),
    at("readiness/yes/", sheets.readiness_yes, name="readiness-yes"),
    at("share/", sharing.share_begin, name="share"),
    at("share/choose/", sharing.share_choose, name="share-choose"),
    at("share/preview/", sharing.share_preview, name="share-preview"),
    at("share/pdf/", sharing.share_pdf, name="share-pdf"),
    at("share/link/", sharing.share_link, name="share-link"),
    at("share/links/<uuid:key>/end/", sharing.share_end, name="share-end"),
    at("<slug:kind>/", pages.entry_list, name="entry-list"),
    at("<slug:kind>/new/", entry.entry_begin, name="entry-begin"),
    at("<slug:kind>/quick/", entry.quick_begin, name="quick-begin"),
    at("<slug:kind>/<uuid:key>/", entry.entry_edit, name="entry-edit"),
    at("<slug:kind>/<uuid:key>/new/", entry.entry_new, name="entry-new"),
    at("<slug:kind>/<uuid:key>/quick/", entry.quick_new, name="quick-new"),
    at("<slug:kind>/<uuid:key>/keep/", entry.entry_keep, name="entry-keep"),
    at("<slug:kind>/<uuid:key>/aloud/", asking.entry_aloud, name="entry-aloud"),
    at("<slug:kind>/<uuid:key>/delete/", acts.entry_delete, name="entry-delete"),
    at("<slug:kind>/<uuid:key>/choose/", acts.entry_choose, name="entry-choose"),
    at("<slug:kind>/<uuid:key>/choose/end/", acts.entry_unchoose, name="entry-unchoose"),
    at("<slug:kind>/<uuid:key>/count/", acts.entry_count, name="entry-count"),
]
