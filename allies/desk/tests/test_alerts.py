from __future__ import annotations

from allies.answers.models import Comment
from allies.desk.testing import WORDS, DeskTestCase
from allies.moderation.models import Alert, StockReply


class AlertTests(DeskTestCase):
    def setUp(self) -> None:
        self.sign_in(self.vera)
        self.open = self.alert()
        self.path = f"/desk/alerts/{self.open.pk}/"

    def row(self) -> Alert:
        return Alert.objects.get(pk=self.open.pk)

    def test_the_list_says_what_kind_since_when_and_whose(self) -> None:
        page = self.page("/desk/alerts/")
        for shown in ("Overdose", "urgent", "3\xa0minutes", "Nobody has it yet.", "No response yet."):
            assert shown in page, shown
        assert "alice" not in page

    def test_words_and_name_are_for_who_takes_it(self) -> None:
        assert WORDS not in self.page(self.path)
        assert "alice" not in self.page(self.path)
        self.assertRedirects(self.client.post(f"{self.path}take/"), self.path)
        assert WORDS in self.page(self.path)
        assert "alice" in self.page(self.path)
        self.sign_in(self.edda)
        page = self.page(self.path)
        assert WORDS not in page
        assert "vera took this" in page

    def test_one_person_takes_it(self) -> None:
        self.client.post(f"{self.path}take/")
        self.sign_in(self.edda)
        response = self.client.post(f"{self.path}take/", follow=True)
        assert "Somebody was a moment quicker" in response.content.decode()
        assert self.row().owner == self.vera

    def test_never_more_of_a_member_than_is_needed(self) -> None:
        self.alice.use_email("alice@example.org")
        self.client.post(f"{self.path}take/")
        page = self.page(self.path)
        assert "example.org" not in page
        assert "joined in" not in page

    def test_a_stock_reply_of_its_kind_to_adapt(self) -> None:
        fitting = StockReply.objects.create(title="Breathing", kind="overdose", text="Please call now.")
        StockReply.objects.create(title="Other kind", kind="child", text="Another.")
        StockReply.objects.create(title="Any kind", kind="", text="I am here.")
        self.client.post(f"{self.path}take/")
        page = self.page(self.path)
        assert "Any kind" in page
        assert "Other kind" not in page
        for typed, begun in (("", ""), ("I am here.", ""), ("My own words.", "My own words.\n\n")):
            response = self.client.post(f"{self.path}reply/", {"text": typed, "with": str(fitting.pk)})
            assert f"{begun}Please call now.</textarea>" in response.content.decode()
            assert response.status_code == 200
        response = self.client.post(f"{self.path}reply/", {"text": "My own words.", "with": "0"})
        assert "My own words.</textarea>" in response.content.decode()
        assert self.row().responded_at is None

    def test_a_reply_under_the_comment_is_the_first_response(self) -> None:
        self.client.post(f"{self.path}take/")
        self.assertRedirects(self.client.post(f"{self.path}reply/", {"text": "We are with you."}), self.path)
        reply = Comment.objects.get(text="We are with you.")
        assert (reply.author, reply.parent, reply.held_at) == (self.vera, self.comment, None)
        assert self.row().responded_at
        assert "First response after" in self.page(self.path)

    def test_a_reply_needs_words(self) -> None:
        self.client.post(f"{self.path}take/")
        response = self.client.post(f"{self.path}reply/", {"text": " "})
        assert response.status_code == 422
        assert self.row().responded_at is None

    def test_only_who_took_it_acts(self) -> None:
        self.client.post(f"{self.path}take/")
        self.sign_in(self.edda)
        for act, given in (("reply", {"text": "Words."}), ("answered", {}), ("close", {"note": "Done."})):
            response = self.client.post(f"{self.path}{act}/", given, follow=True)
            assert "this one is not with you now" in response.content.decode()
            assert all(f"<p>{words}</p>" in response.content.decode() for words in given.values())
        self.client.post(f"{self.path}hand-on/")
        row = self.row()
        assert (row.owner, row.responded_at, row.closed_at) == (self.vera, None, None)
        assert not Comment.objects.filter(text="Words.").exists()

    def test_answered_in_another_way_and_closed_with_a_note(self) -> None:
        self.client.post(f"{self.path}take/")
        self.client.post(f"{self.path}answered/")
        assert self.row().responded_at
        assert self.client.post(f"{self.path}close/", {"note": ""}).status_code == 422
        self.assertRedirects(self.client.post(f"{self.path}close/", {"note": "Spoke to them."}), "/desk/alerts/")
        row = self.row()
        assert (row.closed_by, row.note) == (self.vera, "Spoke to them.")
        assert "No open alert" in self.page("/desk/alerts/")
        assert self.path in self.page("/desk/alerts/")
        assert "Spoke to them." in self.page(self.path)
        assert WORDS not in self.page(self.path)

    def test_handed_on_it_calls_again(self) -> None:
        Alert.objects.update(mailed_at=self.open.raised_at)
        self.client.post(f"{self.path}take/")
        self.client.post(f"{self.path}hand-on/")
        row = self.row()
        assert (row.owner, row.mailed_at) == (None, None)

    def test_a_comment_that_is_gone(self) -> None:
        Alert.objects.update(comment=None, owner=self.vera)
        assert "The comment is gone" in self.page(self.path)
        self.client.post(f"{self.path}reply/", {"text": "Words."})
        assert self.row().responded_at is None
