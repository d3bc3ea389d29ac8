"""Every address about questions × everybody who might open it: docs/decisions/0024-questions.md."""

from __future__ import annotations

import re
from itertools import count

from django.utils.timezone import now

from allies.accounts.models import Member
from allies.answers.models import Question, StockParagraph
from allies.answers.testing import make_question
from allies.desk.testing import DeskTestCase
from allies.desk.tests.test_access import paths

_numbers = count(1)
GONE, SHOWN = 404, 200
ACTS = ("claim", "release", "hand-over", "take-over", "close", "draft")
TEAM = {"sam": SHOWN, "rhea": SHOWN, "edda": SHOWN}
EDITOR = {"edda": SHOWN}
OPERATOR = {"odile": SHOWN}
# What looking brings, and to whom; to everybody else it is not there. None: only by pressing a button.
LOOKING: dict[str, dict[str, int] | None] = {
    "questions/": TEAM,
    "questions/policy/": OPERATOR,
    "questions/paragraphs/": EDITOR,
    "questions/paragraphs/add/": EDITOR,
    "questions/paragraphs/<int:key>/": EDITOR,
    "questions/paragraphs/<int:key>/delete/": None,
    "questions/<uuid:key>/": TEAM,
    "questions/<uuid:key>/note/": TEAM,
    "questions/<uuid:key>/reply/": TEAM,
    **{
        f"questions/<uuid:key>/{act}/": None for act in ("claim", "release", "hand-over", "take-over", "close", "draft")
    },
}
ONLY_LOOKED_AT = {"questions/", "questions/paragraphs/", "questions/<uuid:key>/"}
ELSEWHERE = re.compile(r"/(answer|second-reading)/")  # test_quotation_access.py
EVERYBODY = ("alice", "bob", "vera", "sam", "rhea", "edda", "odile")


class Matrix(DeskTestCase):
    def address(self, pattern: str) -> str:
        question = make_question(self.alice, sent=True, owner=self.sam, claimed_at=now())
        key = StockParagraph.objects.create(title=f"Number {next(_numbers)}", text="Words.").pk
        return "/desk/" + pattern.replace("<uuid:key>", str(question.pk)).replace("<int:key>", str(key))

    def test_every_address_is_in_the_matrix(self) -> None:
        known = {f"/desk/{pattern}" for pattern in LOOKING}
        found = [path for path in paths() if path.startswith("/desk/questions/") and not ELSEWHERE.search(path)]
        bare = {self.address(pattern).count("/") for pattern in LOOKING}
        assert len(found) == len(known), "add the new address above"
        assert {path.count("/") for path in found} == bare

    def test_looking(self) -> None:
        for name in EVERYBODY:
            self.sign_in(getattr(self, name))
            for pattern, allowed in LOOKING.items():
                found = self.client.get(self.address(pattern)).status_code
                assert found == (405 if allowed is None else allowed.get(name, GONE)), (name, pattern)

    def test_doing(self) -> None:
        """With nothing given: done, refused for want of words, or said to be somebody else's; never by a stranger."""
        for name in EVERYBODY:
            self.sign_in(getattr(self, name))
            for pattern, allowed in LOOKING.items():
                may = name in (EDITOR if "paragraphs" in pattern else allowed or TEAM)
                found = self.client.post(self.address(pattern)).status_code
                expected = {405} if pattern in ONLY_LOOKED_AT else {204, 302, 422}
                assert found in (expected if may else {GONE, 405}), (name, pattern)

    def test_a_visitor_is_asked_to_sign_in(self) -> None:
        for pattern in LOOKING:
            for verb in ("get", "post"):
                response = getattr(self.client, verb)(self.address(pattern))
                assert response.headers["Location"].startswith("/sign-in/?next="), (verb, pattern)

    def test_nobody_of_the_team_sees_what_they_ask_themselves(self) -> None:
        own = make_question(self.sam, "My own question.", sent=True)
        self.sign_in(self.sam)
        assert self.client.get(f"/desk/questions/{own.pk}/").status_code == 404
        assert self.client.post(f"/desk/questions/{own.pk}/claim/").status_code == 404
        assert "My own question." not in self.page("/desk/questions/?show=open")

    def test_drafts_are_the_askers_alone(self) -> None:
        draft = make_question(self.alice)
        self.sign_in(self.edda)
        assert self.client.get(f"/desk/questions/{draft.pk}/").status_code == 404
        assert Question.objects.get(pk=draft.pk).owner is None

    def test_who_is_not_asked_sees_no_way_there(self) -> None:
        seen: dict[Member, bool] = {}
        for member in (self.vera, self.odile, self.sam, self.rhea, self.edda):
            self.sign_in(member)
            seen[member] = 'href="/desk/questions/?show=mine"' in self.page("/desk/")
        assert seen == {self.vera: False, self.odile: False, self.sam: True, self.rhea: True, self.edda: True}
