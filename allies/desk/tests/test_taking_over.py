from __future__ import annotations

from datetime import timedelta

from django.utils.timezone import now

from allies.answers.models import Comment
from allies.desk.testing import WORDS, DeskTestCase
from allies.moderation.models import Alert


class TakingOverTests(DeskTestCase):
    """Vera took an alert and is silent; Edda comes by."""

    def setUp(self) -> None:
        self.open = self.alert(owner=self.vera)
        self.path = f"/desk/alerts/{self.open.pk}/"
        self.late(20)
        self.sign_in(self.edda)

    def late(self, minutes: int) -> None:
        Alert.objects.update(owned_at=now() - timedelta(minutes=minutes))

    def test_another_takes_it_over(self) -> None:
        page = self.page(self.path)
        assert "I take it over" in page
        assert WORDS not in page
        self.assertRedirects(self.client.post(f"{self.path}take-over/"), self.path)
        assert WORDS in self.page(self.path)
        assert Alert.objects.get().owner == self.edda

    def test_not_while_there_is_time(self) -> None:
        self.late(5)
        assert "I take it over" not in self.page(self.path)
        response = self.client.post(f"{self.path}take-over/", follow=True)
        assert "It is in good hands" in response.content.decode()
        assert Alert.objects.get().owner == self.vera

    def test_who_had_it_is_told_and_acts_no_more(self) -> None:
        self.client.post(f"{self.path}take-over/")
        self.sign_in(self.vera)
        for path in ("/desk/", self.path):
            assert "edda took it over" in self.page(path)
        response = self.client.post(f"{self.path}reply/", {"text": "I am here."})
        assert response.status_code == 409
        assert not Comment.objects.filter(text="I am here.").exists()
        self.sign_in(self.odile)
        assert "took it over" not in self.page("/desk/")

    def test_a_member_finds_nothing(self) -> None:
        self.sign_in(self.bob)
        assert self.client.post(f"{self.path}take-over/").status_code == 404
        assert self.client.get(f"{self.path}take-over/").status_code == 405
