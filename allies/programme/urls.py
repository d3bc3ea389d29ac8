from __future__ import annotations

from django.urls import path

from allies.programme import views

app_name = "programme"
urlpatterns = [
    path("", views.module_list, name="module-list"),
    path("recordings/<uuid:key>/position/", views.recording_position, name="recording-position"),
    path("recordings/<uuid:key>/<slug:part>/", views.recording_part, name="recording-part"),
    path("<slug:module>/", views.module_detail, name="module-detail"),
    path("<slug:module>/<slug:lesson>/", views.lesson_detail, name="lesson-detail"),
    path("<slug:module>/<slug:lesson>/complete/", views.lesson_complete, name="lesson-complete"),
    path("<slug:module>/<slug:lesson>/reopen/", views.lesson_reopen, name="lesson-reopen"),
]
