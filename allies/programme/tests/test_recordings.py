from __future__ import annotations

from django.test import Client

from allies.programme.actions import rewrite_using
from allies.programme.models import LessonEdition, Recording, WatchedTo
from allies.programme.testing import make_lesson, make_module, make_recording
from allies.testing import MemberTestCase

BYTES = bytes(range(250)) * 4


class Recordings(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.film, cls.sound = make_recording(), make_recording("audio", title="Rain")
        body = [
            {"type": kind, "value": {"recording": row.pk}} for kind, row in (("video", cls.film), ("audio", cls.sound))
        ]
        cls.lesson = make_lesson(make_module(slug="one"), slug="a", body=body)
        cls.base = f"/learn/recordings/{cls.film.key}/"

    def page(self) -> str:
        return self.client.get("/learn/one/a/").content.decode()

    def test_a_lesson_shows_film_captions_poster_transcript_and_sound(self) -> None:
        self.sign_in(self.alice)
        page = self.page()
        for part in ("file", "captions", "poster"):
            assert f'"{self.base}{part}/"' in page
        for words in ('type="video/mp4"', 'kind="captions"', "Breathe in.", "Three slow breaths", "<audio", "Rain"):
            assert words in page
        assert 'data-csrf=""' not in page
        assert page.count("data-position-url=") == 2

    def test_members_get_the_parts_in_ranges(self) -> None:
        self.sign_in(self.alice)
        whole = self.client.get(f"{self.base}file/")
        assert (whole.status_code, b"".join(whole.streaming_content)) == (200, BYTES)  # type: ignore[attr-defined]
        part = self.client.get(f"{self.base}file/", headers={"range": "bytes=10-19"})
        assert (part.status_code, part["Content-Range"]) == (206, "bytes 10-19/1000")
        assert b"".join(part.streaming_content) == BYTES[10:20]  # type: ignore[attr-defined]
        assert self.client.get(f"{self.base}file/", headers={"range": "bytes=1000-"}).status_code == 416
        head = self.client.head(f"{self.base}file/")
        assert (head.status_code, head["Content-Length"], head.content) == (200, "1000", b"")
        captions = self.client.get(f"{self.base}captions/")
        assert captions["Content-Type"] == "text/vtt; charset=utf-8"
        assert b"".join(captions.streaming_content).startswith(b"WEBVTT")  # type: ignore[attr-defined]

    def test_visitors_get_none(self) -> None:
        for part in ("file", "captions", "poster"):
            response = self.client.get(f"{self.base}{part}/", headers={"range": "bytes=0-1"})
            assert response.status_code == 302
            assert response["Location"].startswith("/sign-in/")

    def test_what_is_not_there(self) -> None:
        self.sign_in(self.alice)
        nobody = "00000000-0000-0000-0000-000000000000"
        for address in (f"{self.base}other/", f"{self.base}transcript/", f"/learn/recordings/{nobody}/file/"):
            assert self.client.get(address).status_code == 404
        assert self.client.get(f"/learn/recordings/{self.sound.key}/poster/").status_code == 404
        assert self.client.post(f"{self.base}file/").status_code == 405
        lost = make_recording()
        lost.file.storage.delete(lost.file.name)
        assert self.client.get(f"/learn/recordings/{lost.key}/file/").status_code == 404

    def test_the_position_is_ones_own_and_comes_back(self) -> None:
        self.sign_in(self.alice)
        for seconds in ("5", "42"):
            assert self.client.post(f"{self.base}position/", {"position": seconds}).status_code == 204
        assert WatchedTo.objects.of(self.alice).get().seconds == 42
        assert f'data-recording="{self.film.key}" data-position="42"' in self.page()
        assert f'data-recording="{self.sound.key}" data-position="0"' in self.page()
        self.sign_in(self.bob)
        assert 'data-position="42"' not in self.page()

    def test_senseless_positions_are_refused(self) -> None:
        self.sign_in(self.alice)
        for position in ("", "-1", "1.5", "x", "86401", "9" * 5000, "NaN"):
            assert self.client.post(f"{self.base}position/", {"position": position}).status_code == 400, position
        assert self.client.get(f"{self.base}position/").status_code == 405
        strict = Client(enforce_csrf_checks=True)
        strict.cookies = self.client.cookies
        assert strict.post(f"{self.base}position/", {"position": "1"}).status_code == 403
        self.client.logout()
        assert self.client.post(f"{self.base}position/", {"position": "1"}).status_code == 302
        assert not WatchedTo.objects.exists()

    def test_a_changed_recording_shows_in_its_lessons(self) -> None:
        Recording.objects.filter(pk=self.film.pk).update(title="Four slow breaths", transcript="Breathe out.")
        rewrite_using(Recording.objects.get(pk=self.film.pk))
        html = LessonEdition.objects.get(page=self.lesson).html
        assert "Four slow breaths" in html
        assert "Breathe out." in html

    def test_a_lesson_with_a_recording_costs_one_query_more(self) -> None:
        self.sign_in(self.alice)
        self.page()
        with self.assertNumQueries(8):
            self.page()
