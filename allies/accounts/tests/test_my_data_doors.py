"""Who may take data out, how often, and that it comes as a PDF too."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils.timezone import now

from allies.accounts import readable
from allies.answers.testing import make_answer, make_comment
from allies.audit.models import Entry
from allies.lib.pdf import can_print
from allies.testing import MemberTestCase

PAGE, JSON = "/me/my-data/", "/me/my-data/json/"
printed = pytest.mark.skipif(not can_print(), reason="this machine makes no PDFs")


class Doors(MemberTestCase):
    def setUp(self) -> None:
        self.sign_in(self.alice, fresh=True)

    def test_on_paper_the_newest_of_each_kind_and_a_word_about_the_rest(self) -> None:
        answer = make_answer(author=self.sam)
        for number in range(readable.MOST + 1):
            make_comment(answer, self.alice, f"Words {number}.")
        html = readable.as_html(self.alice, at=now())
        assert f"Words {readable.MOST}." in html
        assert "Words 0." not in html
        assert "the complete file has them all" in html

    @printed
    def test_the_pdf(self) -> None:
        response = self.client.post("/me/my-data/pdf/")
        assert b"".join(response).startswith(b"%PDF-")
        assert response["Content-Type"] == "application/pdf"
        assert "no-store" in response["Cache-Control"]

    def test_who_may(self) -> None:
        for path in (PAGE, JSON, "/me/my-data/pdf/"):
            assert Client().post(path)["Location"].startswith("/sign-in/"), path
        assert self.client.get(JSON).status_code == 405
        with self.assertNumQueries(2):  # session, member
            assert "We keep no copy" in self.client.get(PAGE).content.decode()
        self.sign_in(self.alice)
        for answer in (self.client.get(PAGE), self.client.post(JSON, headers={"referer": f"http://testserver{PAGE}"})):
            assert answer["Location"] == "/me/confirm/?next=%2Fme%2Fmy-data%2F"
        assert not Entry.objects.filter(verb="export-made").exists()

    def test_ten_an_hour(self) -> None:
        answers = [self.client.post(JSON) for _ in range(11)]
        for answer in answers[:10]:
            b"".join(answer)
        assert [answer.status_code for answer in answers[-2:]] == [200, 429]
