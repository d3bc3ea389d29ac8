from __future__ import annotations

import json

from django.test import TestCase, override_settings


class Files(TestCase):
    def test_the_worker_answers_for_the_whole_site_and_is_asked_for_anew(self) -> None:
        response = self.client.get("/service-worker.js?exit=https://weather.example/")
        assert response.status_code == 200
        assert response["Content-Type"] == "text/javascript; charset=utf-8"
        assert response["Service-Worker-Allowed"] == "/"
        assert response["Cache-Control"] == "no-cache"
        assert b"/help/now/" in response.content

    def test_robots_stay_out(self) -> None:
        response = self.client.get("/robots.txt")
        assert response.content == b"User-agent: *\nDisallow: /\n"
        assert response["Content-Type"] == "text/plain; charset=utf-8"

    @override_settings(SITE_NAME="Allies of Harbor County", SITE_TITLE="Notes")
    def test_the_manifest_tells_nothing(self) -> None:
        response = self.client.get("/site.webmanifest")
        assert response["Content-Type"] == "application/manifest+json"
        assert json.loads(response.content)["name"] == "Notes"
        assert b"Allies" not in response.content

    def test_nothing_is_asked_of_the_database_and_nothing_but_reading_is_taken(self) -> None:
        for address in ("/service-worker.js", "/robots.txt", "/site.webmanifest"):
            with self.assertNumQueries(0):
                assert not self.client.get(address).cookies
            assert self.client.post(address).status_code == 405
