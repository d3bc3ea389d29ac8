"""Urgent help after posting and in a preview, for the writer alone, also without a script."""

from __future__ import annotations

from django.conf import settings
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.utils.timezone import now

from allies.answers.models import Comment
from allies.answers.models.comments import LONGEST
from allies.answers.testing import make_answer, make_comment, make_everyone_known
from allies.home.loading import load_helplines
from allies.moderation.actions import take_measure
from allies.moderation.models import MeasureKind
from allies.testing import MemberTestCase

DANGER = "He is not breathing and his lips are blue."
WORD = "He is a junkie."


class UrgentHelp(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        make_everyone_known()
        load_helplines(settings.CONTENT / "helplines.toml")
        cls.answer = make_answer(author=cls.sam)
        make_comment(cls.answer, cls.bob)

    def setUp(self) -> None:
        self.sign_in(self.alice)

    def post(self, text: str, **more: str) -> HttpResponse:
        return self.client.post(f"{self.answer.address}comment/", {"text": text, **more})

    def test_after_posting_it_stands_at_the_top_of_the_next_page_once(self) -> None:
        response = self.post(DANGER)
        comment = Comment.objects.get(author=self.alice)
        place = response.headers["Location"]
        assert place == f"{self.answer.address}#urgent-help"
        assert "overdose" not in response.serialize().decode(errors="replace")
        page = self.client.get(place).content.decode()
        assert page.index('id="urgent-help"') < page.index("<h1")
        assert "naloxone" in page
        assert f'href="#c{comment.pk}" data-posted' in page
        assert "urgent-panel" not in self.client.get(place).content.decode()
        assert all("overdose" not in session.session_data for session in Session.objects.all())

    def test_after_a_change_too(self) -> None:
        comment = make_comment(self.answer, self.alice)
        response = self.client.post(f"/answers/comments/{comment.pk}/edit/", {"text": DANGER})
        assert response.headers["Location"].endswith("#urgent-help")
        assert 'id="urgent-help"' in self.client.get(response.headers["Location"]).content.decode()

    def test_nobody_else_sees_it(self) -> None:
        self.post(DANGER)
        self.sign_in(self.bob)
        assert "urgent-panel" not in self.client.get(self.answer.address).content.decode()

    def test_a_preview_shows_help_first_and_no_thoughts(self) -> None:
        page = self.post(f"{DANGER} {WORD}", preview="1").content.decode()
        box = page.split('id="write"')[1]
        assert box.index("urgent-panel") < box.index('class="preview"') < box.index("<textarea")
        assert "noticed" not in box
        assert Comment.objects.filter(author=self.alice).count() == 0

    def test_a_preview_shows_the_same_thoughts_in_words(self) -> None:
        box = self.post(WORD, preview="1").content.decode().split('id="write"')[1]
        assert box.index("<textarea") < box.index("junkie</q>") < box.index("You could write:")
        assert "urgent-panel" not in box

    def test_a_text_that_is_too_long_shows_help_as_well(self) -> None:
        response = self.post(f"{DANGER} {'word ' * LONGEST}")
        assert response.status_code == 422
        assert "urgent-panel" in response.content.decode()

    def test_so_does_an_appeal_that_is_too_long(self) -> None:
        measure = take_measure(MeasureKind.REMOVED, self.alice, "Why.", by=self.vera, at=now())
        address = f"/answers/mine/{measure.pk}/appeal/"
        response = self.client.post(address, {"words": f"{DANGER} {'word ' * 500}"})
        assert response.status_code == 422
        assert "urgent-panel" in response.content.decode()
        assert "urgent-panel" not in self.client.get(address).content.decode()

    def test_the_page_for_changes_shows_both(self) -> None:
        comment = make_comment(self.answer, self.alice)
        address = f"/answers/comments/{comment.pk}/edit/"
        assert "junkie</q>" in self.client.post(address, {"text": WORD, "preview": "1"}).content.decode()
        assert "urgent-panel" in self.client.post(address, {"text": DANGER, "preview": "1"}).content.decode()
        assert "urgent-panel" not in self.client.get(address).content.decode()

    def test_words_without_danger_lead_to_the_comment(self) -> None:
        assert "#c" in self.post("We talked, and it was good.").headers["Location"]
        assert not self.client.cookies.get("messages")
