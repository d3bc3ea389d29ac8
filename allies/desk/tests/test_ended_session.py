from __future__ import annotations

from allies.accounts.unsent import mark
from allies.answers.testing import make_comment
from allies.desk.testing import DeskTestCase
from allies.moderation.actions import appeal
from allies.moderation.tests.making import make_measure

WORDS = "Could you say it from your own side?"


class EndedSessionTests(DeskTestCase):
    """Vera's session ends while she writes."""

    def comes_back(self, page: str, to: str, **given: str) -> None:
        given["whose"] = mark(self.vera)
        self.client.post(to, given, headers={"referer": f"http://testserver{page}"})
        self.sign_in(self.vera)
        assert f"{WORDS}</textarea>" in self.page(page)
        self.client.logout()

    def test_words_of_every_act_come_back(self) -> None:
        path = f"/desk/queue/{self.case(held_by=self.vera).pk}/return/"
        self.comes_back(path, path, reason=WORDS)

    def test_words_for_an_alert_come_back(self) -> None:
        path = f"/desk/alerts/{self.alert(owner=self.vera).pk}/"
        self.comes_back(path, f"{path}reply/", text=WORDS)
        self.comes_back(path, f"{path}close/", note=WORDS)

    def test_an_answer_to_an_appeal_comes_back(self) -> None:
        asked = appeal(make_measure(self.alice, self.edda), "Please.", by=self.alice)
        asked.claimed_by = self.vera
        asked.save()
        path = f"/desk/appeals/{asked.pk}/"
        self.comes_back(path, path, decision="kept", answer=WORDS)

    def test_a_reason_for_removing_comes_back(self) -> None:
        path = f"/answers/comments/{make_comment(self.answer, self.bob).pk}/remove/"
        self.comes_back(path, path, reason=WORDS)
