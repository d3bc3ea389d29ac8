from __future__ import annotations

from django.contrib.auth import SESSION_KEY
from django.http import HttpResponse

from allies.testing import PASSPHRASE, MemberTestCase


class Guesses(MemberTestCase):
    def post(self, name: str = "alice", passphrase: str = PASSPHRASE) -> HttpResponse:
        return self.client.post("/sign-in/", {"login": name, "password": passphrase})

    def test_guesses_at_one_name_are_few_however_it_is_written(self) -> None:
        for name in ("alice", "ALICE", "ａlice", " alice", "Alice"):
            self.post(name, "not the words at all")
        page = self.post("alice").content.decode()
        assert "tried too often" in page
        assert SESSION_KEY not in self.client.session
        assert self.post("bob").status_code == 302, "others are not kept out"

    def test_guesses_from_one_place_are_few(self) -> None:
        answers = [self.post(f"name{n}", "not the words at all") for n in range(12)]
        assert "tried too often" in answers[-1].content.decode()
        assert "tried too often" not in answers[8].content.decode()

    def test_many_posts_get_429(self) -> None:
        answers = [self.client.post("/sign-in/", {}).status_code for _ in range(31)]
        assert answers[-1] == 429
        assert "Too many tries" in self.client.post("/sign-in/", {}).content.decode()
