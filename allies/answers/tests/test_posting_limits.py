from __future__ import annotations

from datetime import timedelta

from django.db import connection
from django.http import HttpResponse
from django.utils.timezone import now

from allies.answers.models import Comment, Draft
from allies.answers.testing import make_answer, make_comment
from allies.moderation.actions import pause
from allies.moderation.models import Policy
from allies.testing import MemberTestCase, make_member


class PostingLimits(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.answer = make_answer(author=cls.sam)

    def setUp(self) -> None:
        self.policy = Policy.objects.create(newcomer_comments=0, member_hourly=2, address_hourly=4)
        self.sign_in(self.alice)

    def post(self, text: str = "It was so for me.", **more: str) -> HttpResponse:
        return self.client.post(f"{self.answer.address}comment/", {"text": text, **more})

    def assert_kept(self, response: HttpResponse, status: int, *words: str) -> None:
        assert response.status_code == status
        page = response.content.decode()
        for each in ("It was so for me.", *words):
            assert each in page
        assert Draft.objects.of(self.alice).get().text == "It was so for me."

    def test_a_paused_member_reads_why_and_loses_nothing(self) -> None:
        pause(self.alice, now() + timedelta(days=2), "To cool down.", by=self.vera)
        self.assert_kept(self.post(), 403, "Posting is paused for you until")
        assert not Comment.objects.exists()
        assert "To cool down." in self.client.get("/answers/mine/").content.decode()

    def test_nor_can_they_change_what_they_posted(self) -> None:
        comment = make_comment(self.answer, self.alice, "As it was.")
        pause(self.alice, now() + timedelta(days=2), "To cool down.", by=self.vera)
        response = self.client.post(f"/answers/comments/{comment.pk}/edit/", {"text": "Other words."})
        assert response.status_code == 403
        assert "Other words." in response.content.decode()
        assert Comment.objects.get().text == "As it was."

    def test_a_pause_that_is_over_stops_nothing(self) -> None:
        pause(self.alice, now() - timedelta(seconds=1), "To cool down.", by=self.vera)
        assert self.post().status_code == 302

    def test_so_many_an_hour_by_one_member(self) -> None:
        for number in range(2):
            assert self.post(f"Number {number} of mine.").status_code == 302
        self.assert_kept(self.post(), 429, "That was a lot in one hour")
        Comment.objects.filter(text="Number 0 of mine.").update(written_at=now() - timedelta(hours=1, seconds=1))
        assert self.post().status_code == 302

    def test_deleting_does_not_make_room(self) -> None:
        for number in range(2):
            self.post(f"Number {number} of mine.")
            self.client.post(f"/answers/comments/{Comment.objects.latest('pk').pk}/delete/")
        assert self.post().status_code == 429

    def test_pressed_twice_is_once(self) -> None:
        for _ in range(3):
            assert self.post().status_code == 302
        assert Comment.objects.count() == 1

    def test_so_many_an_hour_from_one_address_and_none_is_kept_in_clear(self) -> None:
        for number in range(4):
            self.sign_in(make_member())
            assert self.post(f"Number {number} of ours.").status_code == 302
        self.sign_in(self.alice)
        self.assert_kept(self.post(), 429, "That was a lot in one hour")
        with connection.cursor() as cursor:
            cursor.execute("SELECT cache_key, value FROM shared_cache")
            assert "127.0.0.1" not in str(cursor.fetchall())

    def test_a_preview_costs_nothing(self) -> None:
        for _ in range(5):
            assert self.post(preview="1").status_code == 200
        assert self.post().status_code == 302
