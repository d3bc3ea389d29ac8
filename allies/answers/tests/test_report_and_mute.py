from __future__ import annotations

from unittest.mock import patch

from allies.answers.actions import follow
from allies.answers.queries import followed_with_news
from allies.answers.testing import edition, make_answer, make_comment
from allies.answers.views import others
from allies.moderation.models import Case, Mute, Report
from allies.testing import MemberTestCase


class ReportAndMute(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.answer = make_answer(author=cls.sam)
        cls.comment = make_comment(cls.answer, cls.bob, "Words of bob.")
        cls.reply = make_comment(cls.answer, cls.bob, "More of bob.", parent=cls.comment)
        cls.report = f"/answers/comments/{cls.comment.pk}/report/"
        cls.mute = f"/answers/comments/{cls.comment.pk}/mute/"

    def setUp(self) -> None:
        self.sign_in(self.alice)

    def page(self) -> str:
        return self.client.get(self.answer.address).content.decode()

    def test_report_asks_in_members_words_and_thanks(self) -> None:
        page = self.client.get(self.report).content.decode()
        assert "It is unkind to me or to somebody else here" in page
        response = self.client.post(self.report, {"reason": "unkind", "words": "It hurt."}, follow=True)
        assert response.redirect_chain == [(self.answer.address, 302)]
        assert "Thank you for telling us." in response.content.decode()
        assert (Report.objects.get().member, Case.objects.get().why) == (self.alice, ["reported"])
        assert "You have asked for this one already." in self.client.get(self.report).content.decode()
        self.client.post(self.report, {"reason": "unkind"})
        assert Report.objects.count() == 1

    def test_report_needs_a_reason_that_is_one(self) -> None:
        for form in ({}, {"reason": "x"}, {"reason": "other", "words": "y" * 1001}):
            assert self.client.post(self.report, form).status_code == 422
        assert not Report.objects.exists()

    def test_too_many_in_an_hour_keep_their_words(self) -> None:
        with patch.object(others, "REPORTS", "1/h/user"):
            for words in ("It hurt.", "And this too."):
                response = self.client.post(self.report, {"reason": "unkind", "words": words})
        assert (response.status_code, Report.objects.get().words) == (429, "It hurt.")
        assert "And this too.</textarea>" in response.content.decode()

    def test_the_one_reported_sees_nothing_of_it(self) -> None:
        self.client.post(self.report, {"reason": "unkind"})
        self.sign_in(self.bob)
        for page in (self.page(), self.client.get("/answers/mine/").content.decode()):
            assert "alice" not in page.replace('aria-label="alice"', "")
            assert "reported" not in page

    def test_ones_own_and_what_is_not_there_are_not_found(self) -> None:
        self.sign_in(self.bob)
        for address in (self.report, self.mute, "/answers/comments/99999/report/", "/answers/comments/99999/mute/"):
            assert self.client.get(address).status_code == 404
            assert self.client.post(address, {"reason": "unkind"}).status_code == 404
        assert not Report.objects.exists()
        assert not Mute.objects.exists()

    def test_visitors_sign_in(self) -> None:
        self.client.logout()
        for address in (self.report, self.mute, "/answers/muted/"):
            assert self.client.get(address)["Location"].startswith("/sign-in/")

    def test_mute_asks_first_and_folds_away_all_they_write(self) -> None:
        assert "Mute bob?" in self.client.get(self.mute).content.decode()
        assert not Mute.objects.exists()
        self.client.post(self.mute)
        page = self.page()
        assert page.count("You muted this person.") == 2
        assert page.count('class="comment muted"') == 2
        folded = page[page.index("<details><summary>You muted") :]
        assert folded.index("Words of bob.") < folded.index("</details>")
        assert page.count("<article") == page.count("</article>")
        assert page.count("<details") == page.count("</details>")

    def test_nobody_else_sees_a_trace(self) -> None:
        self.sign_in(self.bob)
        before = self.page()
        self.sign_in(self.alice)
        self.client.post(self.mute)
        for person in (self.bob, self.sam):
            self.sign_in(person)
            assert "muted" not in self.page()
        assert len(before) > 0

    def test_what_they_write_is_no_news(self) -> None:
        follow(edition(self.answer), by=self.alice)
        self.client.post(self.mute)
        make_comment(self.answer, self.bob)
        assert followed_with_news(self.alice, limit=3) == []

    def test_the_team_cannot_be_muted(self) -> None:
        for person in (self.sam, self.vera):
            comment = make_comment(self.answer, person)
            assert self.client.post(f"/answers/comments/{comment.pk}/mute/").status_code == 404
            assert f"/answers/comments/{comment.pk}/mute/" not in self.page()

    def test_once_one_of_the_team_they_are_seen(self) -> None:
        self.client.post(self.mute)
        self.bob.give_role("moderator", by=None)
        assert "You muted this person." not in self.page()

    def test_taken_back_from_the_list(self) -> None:
        self.client.post(self.mute)
        assert "bob" in self.client.get("/answers/muted/").content.decode()
        address = f"/answers/muted/{Mute.objects.get().pk}/unmute/"
        assert self.client.get(address).status_code == 405
        self.sign_in(self.sam)
        assert self.client.post(address).status_code == 404
        self.sign_in(self.alice)
        self.client.post(address)
        assert "You muted this person." not in self.page()
