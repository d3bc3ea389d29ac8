"""The address of a page: what it opens, for how long, and what the database tells without it."""

from __future__ import annotations

import io
from datetime import timedelta
from unittest.mock import patch

from django.core.management import call_command
from django.test import Client
from django.utils.timezone import now

from allies.lib.pdf import CannotPrintError, can_print
from allies.notebook.models import Share
from allies.notebook.sharing.links import RUNNING
from allies.notebook.tests.test_share import ShareTestCase, carried
from allies.notebook.tests.walking import CANARY


class LentTests(ShareTestCase):
    def setUp(self) -> None:
        super().setUp()
        self.reader = Client(enforce_csrf_checks=True)

    def test_a_reader_without_an_account_opens_it(self) -> None:
        address = self.lent(self.previewed())
        door = self.reader.get(address)
        self.assertNotContains(door, CANARY)
        assert Share.objects.get().opened == 0
        page = self.reader.post(address)
        self.assertContains(page, CANARY)
        self.assertNotContains(page, "alice")
        assert "no-store" in page["Cache-Control"]
        assert "noindex" in page["X-Robots-Tag"]
        assert page["Referrer-Policy"] == "no-referrer"
        assert Share.objects.get().opened == 1

    def test_a_name_stands_on_it_only_when_chosen(self) -> None:
        given = self.chosen() | {"name": ["Alice M."], "note": ["About the nights"]}
        address = self.lent(self.client.post("/notes/share/preview/", given).content.decode())
        page = self.reader.post(address)
        self.assertContains(page, "Alice M.")
        self.assertContains(page, "About the nights")

    def test_it_stays_as_it_was_and_is_readable_with_the_address_alone(self) -> None:
        address = self.lent(self.previewed())
        secret = address.split("/")[2]
        assert len(secret) == 43  # 256 bits
        self.client.post(f"{self.moment}delete/")
        self.assertContains(self.reader.post(address), CANARY)
        row = Share.objects.filter(pk=Share.objects.get().pk).values()[0]
        everything = b"|".join(value if isinstance(value, bytes) else str(value).encode() for value in row.values())
        for word in (secret.encode(), CANARY.encode(), b"Dr W"):
            assert word not in everything
        self.assertNotContains(self.client.get("/notes/share/"), secret)  # she cannot look it up either

    def test_it_opens_as_often_as_she_said(self) -> None:
        address = self.lent(self.previewed(), opens="1")
        assert [self.reader.post(address).status_code for _ in range(2)] == [200, 404]
        call_command("run_due")
        assert not Share.objects.exists()

    def test_it_ends(self) -> None:
        address = self.lent(self.previewed(), hours="1")
        with patch("allies.notebook.views.lent.now", lambda: now() + timedelta(hours=1)):
            for answer in (self.reader.get(address), self.reader.post(address)):
                self.assertContains(answer, "There is nothing here", status_code=404)
        Share.objects.update(ends_at=now())
        call_command("run_due")
        assert not Share.objects.exists()

    def test_it_is_taken_back_at_once_and_only_by_her(self) -> None:
        address, key = self.lent(self.previewed()), Share.objects.get().pk
        for other in (self.bob, self.edda):
            self.sign_in(other)
            self.assertNotContains(self.client.get("/notes/share/"), "Dr W")
            self.client.post(f"/notes/share/links/{key}/end/")
        assert self.reader.get(address).status_code == 200
        self.sign_in(self.alice)
        self.client.post(f"/notes/share/links/{key}/end/")
        gone, never = self.reader.get(address), self.reader.get(f"/shared/{'x' * 43}/")
        assert (gone.status_code, never.status_code) == (404, 404)
        assert not Share.objects.exists()

    def test_a_double_tap_is_one_address(self) -> None:
        preview = self.previewed()
        assert self.lent(preview) == self.lent(preview)
        assert Share.objects.count() == 1
        forged = carried(preview) | {"hours": "1", "secret": "weak"}
        assert self.client.post("/notes/share/link/", forged).status_code == 422

    def test_limits(self) -> None:
        preview = self.previewed()
        for wrong in ({"hours": "999"}, {"opens": "-1"}):
            answer = self.client.post("/notes/share/link/", carried(preview) | {"hours": "1"} | wrong)
            assert answer.status_code == 422
        for _each in range(RUNNING):
            self.lent(self.previewed())
        answer = self.client.post("/notes/share/link/", carried(self.previewed()) | {"hours": "1"})
        self.assertContains(answer, "end one first", status_code=422)

    def test_as_a_pdf_or_a_plain_word(self) -> None:
        preview = self.previewed()
        if can_print():
            answer = self.client.post("/notes/share/pdf/", carried(preview))
            assert (answer["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")
            assert io.BytesIO(answer.content).read().find(b"alice") == -1
        with patch("allies.notebook.views.sharing.pdf", side_effect=CannotPrintError):
            self.assertContains(self.client.post("/notes/share/pdf/", carried(preview)), "cannot make a PDF")
