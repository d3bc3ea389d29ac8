from __future__ import annotations

from allies.desk.testing import DeskTestCase
from allies.moderation.actions import appeal
from allies.moderation.models import Alert, Appeal
from allies.moderation.tests.making import make_measure

DANGER = "I want to end my life tonight."


class AlertOfAnAppealTests(DeskTestCase):
    def setUp(self) -> None:
        appeal(make_measure(self.alice, self.vera), DANGER, by=self.alice)
        self.path = f"/desk/alerts/{Alert.objects.get().pk}/"
        self.sign_in(self.edda)

    def test_its_words_are_for_the_owner_alone(self) -> None:
        for page in (self.page(self.path), self.page("/desk/alerts/"), self.page("/desk/")):
            assert "Suicide" in page
            assert DANGER not in page
            assert "alice" not in page
        self.client.post(f"{self.path}take/")
        assert DANGER in self.page(self.path)
        self.sign_in(self.odile)
        assert DANGER not in self.page(self.path)

    def test_the_answer_to_the_appeal_is_the_response(self) -> None:
        self.client.post(f"{self.path}take/")
        asked = f"/desk/appeals/{Appeal.objects.get().pk}/"
        assert asked in self.page(self.path)
        self.client.post(f"{asked}claim/")
        self.client.post(asked, {"decision": "kept", "answer": "Please call 988 now. We are here."})
        assert Alert.objects.get().responded_at
        self.client.post(f"{self.path}close/", {"note": "Answered in the appeal."})
        assert Alert.objects.get().closed_by == self.edda

    def test_whoever_decided_first_takes_it_but_somebody_else_answers(self) -> None:
        self.sign_in(self.vera)
        self.client.post(f"{self.path}take/")
        page = self.page(self.path)
        assert DANGER in page
        assert "Answer the appeal" not in page
        self.client.post(f"{self.path}reply/", {"text": "Words."})
        assert Alert.objects.get().responded_at is None

    def test_whoever_wrote_it_is_not_its_reader(self) -> None:
        Appeal.objects.update(member=self.edda)
        assert self.client.get(self.path).status_code == 404

    def test_an_erased_member_leaves_no_words(self) -> None:
        self.client.post(f"{self.path}take/")
        self.alice.delete()
        page = self.page(self.path)
        assert DANGER not in page
        assert "is gone" in page
