"""What is the moderator's own: an alert about her words, and a draft under the same answer."""

from __future__ import annotations

from allies.answers.actions import keep_draft
from allies.answers.models import Draft
from allies.answers.testing import edition
from allies.desk.testing import DeskTestCase


class OnesOwn(DeskTestCase):
    def setUp(self) -> None:
        self.sign_in(self.vera)

    def test_nobody_answers_their_own(self) -> None:
        own = self.alert()
        own.comment = self.written("Words of mine.", by=self.vera)
        own.save()
        assert f"/desk/alerts/{own.pk}/" not in self.page("/desk/alerts/") + self.page("/desk/")
        assert self.client.get(f"/desk/alerts/{own.pk}/").status_code == 404
        assert self.client.post(f"/desk/alerts/{own.pk}/take/").status_code == 404
        self.sign_in(self.edda)
        assert f"/desk/alerts/{own.pk}/" in self.page("/desk/alerts/")

    def test_what_she_wrote_on_the_page_itself_stays_a_draft(self) -> None:
        keep_draft(edition(self.answer), "To all of you.", by=self.vera)
        path = f"/desk/alerts/{self.alert(owner=self.vera).pk}/"
        self.client.post(f"{path}reply/", {"text": "We are with you."})
        assert Draft.objects.of(self.vera).get().text == "To all of you."
