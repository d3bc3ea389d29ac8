"""Every address on the way from a question to an answer × everybody who could ask for it."""

from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext

from allies.accounts.models import Member
from allies.answers import ask_urls, quoting
from allies.answers.models import FollowUp
from allies.answers.shown import proposed_to as newest
from allies.answers.tests.quoted import QuotedTestCase
from allies.desk.urls import urlpatterns

GET, ACT = {200}, {302, 422}
READ = {"alice": {404}, "bob": {404}, "vera": {404}, "odile": {404}}
HERS = {each: {404} for each in ("bob", "vera", "sam", "rhea", "edda", "odile")}
MATRIX: dict[str, dict[str, set[int]]] = {
    "desk:quotation-edit": {**READ, "sam": GET, "rhea": {404}, "edda": GET},
    "desk:quotation-begin": {**READ, "sam": {405}, "rhea": {405}, "edda": {405}},
    "desk:quotation-propose": {**READ, "sam": {405}, "rhea": {405}, "edda": {405}},
    "desk:second-reading": {**READ, "sam": {404}, "rhea": GET, "edda": GET},
    "desk:follow-up-show": {**READ, "sam": {405}, "rhea": {405}, "edda": {405}},
    "ask:shown": {**HERS, "alice": GET},
    "ask:consent-give": {**HERS, "alice": {405}},
    "ask:consent-refuse": {**HERS, "alice": {405}},
    "ask:quotation-change": {**HERS, "alice": {405}},
    "ask:consent-withdraw": {**HERS, "alice": {405}},
    "ask:what-happened": {**HERS, "alice": GET},
}
ELSEWHERE = {  # answers/tests/test_asked.py, test_ask.py and test_invitations.py walk these
    *("question-create", "question-keep", "question-send", "question-detail", "message-keep", "question-share"),
    *("question-close", "question-take-back", "invitation-accept", "invitation-decline"),
}
POSTED: dict[str, dict[str, set[int]]] = {
    "desk:quotation-edit": {**READ, "sam": {409}, "rhea": {404}, "edda": {409}},  # a form of no state
    "desk:quotation-begin": {**READ, "sam": ACT, "rhea": {404}, "edda": ACT},
    "desk:quotation-propose": {**READ, "sam": ACT, "rhea": {404}, "edda": ACT},
    "desk:second-reading": {**READ, "sam": {404}, "rhea": ACT, "edda": ACT},
    "desk:follow-up-show": {**READ, "sam": {404}, "rhea": ACT, "edda": ACT},
    "ask:shown": {each: {405} for each in (*HERS, "alice")},
    **{
        f"ask:{act}": {**HERS, "alice": ACT}
        for act in ("consent-give", "consent-refuse", "quotation-change", "consent-withdraw", "what-happened")
    },
}


class QuotationAccess(QuotedTestCase):
    def addresses(self) -> dict[str, str]:
        key = str(self.question.pk)
        desk = {f"desk:{each.name}": f"/desk/{each.pattern}" for each in urlpatterns if each.name in self.ours()}
        hers = {
            f"ask:{each.name}": f"/ask/{each.pattern}" for each in ask_urls.urlpatterns if each.name not in ELSEWHERE
        }
        return {name: path.replace("<uuid:key>", key) for name, path in (desk | hers).items()}

    @staticmethod
    def ours() -> set[str]:
        return {name.removeprefix("desk:") for name in MATRIX if name.startswith("desk:")}

    def setUp(self) -> None:
        self.agreed()
        FollowUp.objects.create(member=self.alice, question=self.question, text="")

    def walked(self, verb: str, member: Member) -> dict[str, int]:
        self.sign_in(member)
        return {name: getattr(self.client, verb)(path).status_code for name, path in self.addresses().items()}

    def test_every_address_is_in_the_matrix(self) -> None:
        assert set(self.addresses()) == set(MATRIX) == set(POSTED)

    def test_looking(self) -> None:
        self.check("get", MATRIX)

    def test_acting(self) -> None:
        self.check("post", POSTED)

    def check(self, verb: str, matrix: dict[str, dict[str, set[int]]]) -> None:
        for who in ("bob", "vera", "odile", "rhea", "sam", "edda", "alice"):
            for name, status in self.walked(verb, getattr(self, who)).items():
                wanted = matrix[name][who]
                allowed = wanted | ({405} if verb == "get" and wanted == {404} else set())
                assert status in allowed, (verb, who, name, status)

    def test_visitors_are_asked_to_sign_in(self) -> None:
        for path in self.addresses().values():
            for verb in ("get", "post"):
                response = getattr(self.client, verb)(path)
                assert response.headers["Location"].startswith("/sign-in/?next=")

    def test_staff_without_their_second_step_see_nothing(self) -> None:
        self.sign_in(self.edda, second_factor=False)
        assert {self.client.get(path).status_code for path in self.addresses().values()} == {302}

    def test_a_question_that_stays_private_is_not_there(self) -> None:
        type(self.question).objects.update(may_share=False)
        for member in (self.sam, self.rhea):
            for name, status in self.walked("get", member).items():
                assert status in {404, 405}, name

    def test_the_number_of_queries_stays(self) -> None:
        for member, name, most in ((self.sam, "desk:quotation-edit", 30), (self.rhea, "desk:second-reading", 40)):
            self.sign_in(member)
            path, counted = self.addresses()[name], []
            for _time in range(3):
                quoting.change(newest(self.question), "Other words.", by=self.alice, agreed=False)
                with CaptureQueriesContext(connection) as asked:
                    self.client.get(path)
                counted.append(len(asked))
            assert counted[1] == counted[2] <= most, counted
