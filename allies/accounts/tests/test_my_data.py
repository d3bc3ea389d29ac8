"""A member takes out all that is kept for her: every private record, and nobody else's."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpResponse
from django.utils.timezone import now

from allies.accounts.exporting import parts_of
from allies.accounts.models import Apart, DataKey
from allies.accounts.owned import owned_models
from allies.accounts.readable import as_html
from allies.answers.tests.planted import plant
from allies.audit.models import Entry
from allies.moderation.models import Mute
from allies.testing import MemberTestCase

AMONG_THE_TEAM = {"answers.Note", "answers.SecondReading"}
PAGE, JSON = "/me/my-data/", "/me/my-data/json/"


class MyData(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.alice.use_email("alice@example.org")
        cls.hers = plant(cls.alice, cls.bob, cls.sam, "a")
        cls.his = plant(cls.bob, cls.alice, cls.sam, "b")

    def setUp(self) -> None:
        self.sign_in(self.alice, fresh=True)

    def taken(self) -> tuple[HttpResponse, str]:
        response = self.client.post(JSON)
        return response, b"".join(response).decode()

    def told(self) -> dict[str, str]:
        """Her canaries, but for what the team wrote among themselves and digests that mean nothing."""
        kept = {f"{model._meta.label}.{name}" for model in owned_models() for name in model.not_told}
        return {
            place: word
            for place, word in self.hers.words.items()
            if place.rpartition(".")[0] not in AMONG_THE_TEAM and place not in kept
        }

    def test_every_private_record_is_in_it_and_nobody_elses(self) -> None:
        _response, text = self.taken()
        found = json.loads(text)
        assert found["complete"] is True
        assert (found["format"], found["version"]) == ("allies export", 1)
        assert (found["member"]["pseudonym"], found["member"]["email"]) == ("alice", "alice@example.org")
        assert len(self.told()) > 25
        assert [place for place, word in self.told().items() if text.count(word) != 1] == []
        assert [place for place, word in self.hers.words.items() if place not in self.told() and word in text] == []
        assert [place for place, word in self.his.words.items() if word in text] == []
        for word in ("q999zwxkja", "q998zwxkja"):  # her comment, and what was decided about her
            assert word in text
        for word in ("q999zwxkjb", "q998zwxkjb", "sam", "argon2", self.client.session.session_key):
            assert word not in text
        assert set(found["records"]) >= {model._meta.label for model in owned_models()}

    def test_moments_are_in_utc_and_keys_are_steady(self) -> None:
        records: Any = json.loads(self.taken()[1])["records"]
        (question,) = records["answers.Question"]
        assert question["sent_at"].endswith("Z")
        assert {"id", "situation", "tried", "hope", "about", "sent_at", "owner"} <= set(question)
        assert all(follow["answer"].startswith("Question ") for follow in records["answers.Follow"])

    def test_nothing_is_cached_and_the_name_tells_nothing(self) -> None:
        response, _text = self.taken()
        assert response.streaming
        assert "no-store" in response["Cache-Control"]
        assert response["Content-Disposition"].startswith('attachment; filename="notes-2')
        entry = Entry.objects.get(verb="export-made")
        assert (entry.by, entry.target, entry.reason) == (None, "an account", "")

    def test_somebody_whom_she_must_not_meet_is_not_named(self) -> None:
        assert Mute.objects.of(self.alice).get().muted == self.bob
        Apart.keep([(self.alice.pk, self.bob.pk)])
        records = json.loads(self.taken()[1])["records"]
        assert records["moderation.Mute"] == []
        assert '"bob"' not in json.dumps(records)

    def test_words_that_no_key_opens_do_not_spoil_the_rest(self) -> None:
        DataKey.objects.filter(member=self.alice).delete()
        (question,) = json.loads(self.taken()[1])["records"]["answers.Question"]
        assert (question["situation"], question["unreadable"]) == (None, ["situation", "tried", "hope", "about"])

    def test_the_readable_one_holds_her_words_and_no_keys(self) -> None:
        html = as_html(self.alice, at=now())
        missing = [place for place, word in self.told().items() if word not in html]
        assert missing == []
        assert not any(word in html for word in self.his.words.values())
        assert str(next(part for part in parts_of(self.alice) if part.key == "answers.Question").title) in html
        (question,) = json.loads(self.taken()[1])["records"]["answers.Question"]
        assert question["id"] not in html
