from __future__ import annotations

from django.urls import path

from allies.home.views import files, front, leave, media, method, plain, urgent, words

app_name = "home"
urlpatterns = [
    path("", front.front, name="front"),
    path("help/now/", urgent.help_now, name="help-now"),
    path("method/", method.method, name="method"),
    path("words/", words.words_check, name="words-check"),
    path("leave/", leave.leave, name="leave"),
    path("safety/", plain.plain, {"slug": "safety"}, name="safety"),
    path("agreement/", plain.plain, {"slug": "agreement"}, name="agreement"),
    path("media/images/<path:name>", media.picture, name="picture"),
    path("media/original_images/<path:name>", media.picture_original, name="picture-original"),
    path("service-worker.js", files.service_worker, name="service-worker"),
    path("robots.txt", files.robots, name="robots"),
    path("site.webmanifest", files.manifest, name="manifest"),
]
