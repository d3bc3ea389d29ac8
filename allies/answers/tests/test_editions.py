from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import RequestFactory

from allies.answers.actions import take_away_all, take_away_comment
from allies.answers.models import AnswerEdition, AnswerPage, Comment, Draft, Follow
from allies.answers.publishing import answer_edition, write_edition
from allies.answers.testing import ANSWERED, edition, make_answer, make_answers, make_comment
from allies.testing import MemberTestCase, make_member


class Editions(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.answer = make_answer(author=cls.sam)

    def count(self) -> int:
        return edition(self.answer).comment_count

    def test_publishing_again_keeps_comments_drafts_and_the_count(self) -> None:
        make_comment(self.answer, self.alice)
        take_away_comment(make_comment(self.answer, self.bob), by=self.bob)
        Draft.objects.create(member=self.alice, post=self.answer, text="Half")
        self.answer.unpublish()
        assert not AnswerEdition.objects.exists()
        self.answer.save_revision().publish()
        assert self.count() == 1
        assert Draft.objects.of(self.alice).exists()
        assert Follow.objects.of(self.alice).exists()

    def test_publishing_does_not_undo_a_comment_posted_meanwhile(self) -> None:
        stale = answer_edition(self.answer)
        make_comment(self.answer, self.alice)
        assert stale.comment_count == 0
        AnswerEdition.objects.filter(pk=stale.pk).update(comment_count=7)
        write_edition(AnswerPage.objects.get(pk=self.answer.pk))
        assert self.count() == 7

    def test_publishing_again_is_seen_at_once(self) -> None:
        self.sign_in(self.alice)
        self.client.get(self.answer.address)
        page: Any = AnswerPage.objects.get(pk=self.answer.pk)
        page.title, page.summary = "Another headline", "Another summary."
        page.save_revision().publish()
        shown = self.client.get(self.answer.address).content.decode()
        assert "Another headline" in shown
        assert "Another summary." in shown

    def test_a_page_that_was_never_saved_can_be_previewed(self) -> None:
        page = AnswerPage(title="New", slug="new", author=self.sam, asked_by="X", asked="Y", body=[("text", ANSWERED)])
        index = make_answers()
        page.path, page.depth = index.path + "9999", index.depth + 1
        request = RequestFactory().get("/")
        assert ANSWERED in page.get_context(request)["answer"].html

    def test_a_member_who_is_deleted_leaves_no_words_and_takes_nobody_elses(self) -> None:
        gone = make_member("gone")
        asked = make_comment(self.answer, gone, "Very private words.")
        reply = make_comment(self.answer, self.alice, parent=asked)
        make_comment(self.answer, gone, parent=asked)
        gone.delete()
        assert Comment.objects.get(pk=reply.pk).parent_id == asked.pk
        wiped = Comment.objects.get(pk=asked.pk)
        assert (wiped.author, wiped.text, wiped.html) == (None, "", "")
        self.sign_in(self.alice)
        page = self.client.get(self.answer.address).content.decode()
        assert "This comment was taken away." in page
        assert reply.html in page
        assert "gone</strong>" not in page

    def test_taking_all_of_a_member_away_first_keeps_the_count_true(self) -> None:
        other = make_answer(author=self.sam)
        gone = make_member("gone")
        for answer in (self.answer, self.answer, other):
            make_comment(answer, gone)
        make_comment(self.answer, self.alice)
        assert take_away_all(gone) == 3
        assert (self.count(), edition(other).comment_count) == (1, 0)
        gone.delete()
        assert Comment.objects.shown().count() == 1

    def test_a_count_that_went_wrong_mends_itself(self) -> None:
        AnswerEdition.objects.update(comment_count=41)
        make_comment(self.answer, self.alice)
        assert self.count() == 1

    def test_an_address_that_readers_could_not_reach_is_refused(self) -> None:
        for slug in ("feed", "two words"):
            page = AnswerPage.objects.get(pk=self.answer.pk)
            page.slug = slug
            with pytest.raises(ValidationError) as caught:
                page.full_clean()
            assert "slug" in caught.value.message_dict
