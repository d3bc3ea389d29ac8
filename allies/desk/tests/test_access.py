"""The desk is there for moderators, editors and operators. To everybody else it is not."""

from __future__ import annotations

import pytest
from django.urls import URLPattern

from allies.desk.testing import DeskTestCase
from allies.desk.urls import urlpatterns
from allies.moderation.models import OwnTerm, StockReply

NOWHERE = "00000000-0000-4000-8000-000000000000"
KEEPING = ("policy/", "replies/", "words/")


def paths(*kinds: str) -> list[str]:
    found = [
        f"/desk/{pattern.pattern}".replace("<int:key>", "1").replace("<uuid:key>", NOWHERE) for pattern in urlpatterns
    ]
    return [path for path in found if not kinds or path.removeprefix("/desk/").startswith(kinds)]


class AccessTests(DeskTestCase):
    def statuses(self, some: list[str]) -> set[int]:
        return {getattr(self.client, verb)(path).status_code for path in some for verb in ("get", "post")}

    def test_members_writers_and_readers_find_nothing(self) -> None:
        for member in (self.alice, self.sam, self.rhea):
            self.sign_in(member)
            assert self.statuses(paths()) <= {404, 405}
            assert self.client.get("/desk/").status_code == 404

    def test_moderators_find_nothing_that_editors_keep(self) -> None:
        StockReply.objects.create(pk=1, title="one", text="words")
        OwnTerm.objects.create(pk=1, phrase="druggo", reason="No.")
        self.sign_in(self.vera)
        assert self.statuses(paths(*KEEPING)) <= {404, 405}

    def test_editors_and_operators_find_it(self) -> None:
        for member in (self.edda, self.odile):
            self.sign_in(member)
            for path in ("/desk/policy/", "/desk/replies/", "/desk/words/", "/desk/"):
                assert self.client.get(path).status_code == 200

    def test_a_stranger_is_asked_to_sign_in(self) -> None:
        for path in paths():
            response = self.client.get(path)
            assert response.status_code == 302
            assert response.headers["Location"].startswith("/sign-in/?next=%2Fdesk%2F")

    def test_without_the_second_step_nothing_opens(self) -> None:
        self.sign_in(self.vera, second_factor=False)
        for path in paths():
            assert self.client.get(path).status_code == 302

    def test_acts_are_not_done_by_looking(self) -> None:
        self.sign_in(self.edda)
        acts = ("claim", "release", "approve", "next", "take", "hand-on", "reply", "answered", "confirm", "withdraw")
        some = [path for path in paths() if path.rstrip("/").rsplit("/", 1)[-1] in acts]
        assert len(some) > 9
        assert {self.client.get(path).status_code for path in some} == {405}


@pytest.mark.parametrize("pattern", urlpatterns, ids=str)
def test_view_and_address_go_by_one_name(pattern: URLPattern) -> None:
    assert pattern.name == pattern.callback.__name__.replace("_", "-")
