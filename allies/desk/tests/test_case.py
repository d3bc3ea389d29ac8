from __future__ import annotations

from datetime import timedelta

from django.utils.timezone import now

from allies.desk.testing import WORDS, DeskTestCase
from allies.moderation.models import Measure, Report


class CaseTests(DeskTestCase):
    def setUp(self) -> None:
        self.sign_in(self.vera)
        self.opened = self.case()
        self.path = f"/desk/queue/{self.opened.pk}/"

    def test_a_free_one_can_be_taken_and_not_decided(self) -> None:
        page = self.page(self.path)
        assert WORDS in page
        assert "I take this one" in page
        assert "It can stay" not in page

    def test_claiming_and_leaving_it(self) -> None:
        self.assertRedirects(self.client.post(f"{self.path}claim/"), self.path)
        assert "It can stay" in self.page(self.path)
        self.assertRedirects(self.client.post(f"{self.path}release/"), "/desk/queue/")
        assert "I take this one" in self.page(self.path)

    def test_somebody_else_has_it(self) -> None:
        self.client.post(f"{self.path}claim/")
        self.sign_in(self.edda)
        page = self.page(self.path)
        assert "vera took this" in page
        assert "There is nothing for you to do." in page
        assert "I take this one" not in page
        assert "/approve/" not in page

    def test_a_claim_that_ran_out(self) -> None:
        self.opened.claimed_by, self.opened.claimed_at = self.edda, now() - timedelta(hours=1)
        self.opened.save()
        assert "I take this one" in self.page(self.path)

    def test_reports_history_and_the_conversation_around_it(self) -> None:
        reply = self.written("A reply of Bob's.", by=self.bob, parent=self.comment)
        Report.objects.create(member=self.bob, case=self.opened, reason="unkind", words="It made me sad.")
        Measure.objects.create(member=self.alice, kind="returned", reason="Too sharp.", by=self.edda, at=now())
        page = self.page(self.path)
        for shown in (
            "It is unkind",
            "It made me sad.",
            "Too sharp.",
            "Asked to write it anew",
            reply.text,
            "joined in",
        ):
            assert shown.replace("'", "&#x27;") in page, shown
        assert self.answer.title in page

    def test_no_address_of_a_member_is_shown(self) -> None:
        self.alice.use_email("alice@example.org")
        assert "example.org" not in self.page(self.path)

    def test_what_was_found_is_marked_and_named(self) -> None:
        text = "Your advice is stupid and you are an idiot. My number is 602-555-0173."
        page = self.page(f"/desk/queue/{self.case(self.written(text)).pk}/")
        assert "<mark>" in page
        assert "(may hurt)" in page
        assert "May show who somebody is:" in page

    def test_no_script_of_a_member_runs(self) -> None:
        page = self.page(f"/desk/queue/{self.case(self.written('<script>alert(1)</script> words')).pk}/")
        assert "<script>alert" not in page
        assert "&lt;script&gt;" in page

    def test_ones_own_comment_is_left_to_others(self) -> None:
        own = self.case(self.written("My own.", by=self.vera))
        assert self.client.get(f"/desk/queue/{own.pk}/").status_code == 404

    def test_a_case_that_is_not_there(self) -> None:
        assert self.client.get("/desk/queue/999999/").status_code == 404

    def test_queries_do_not_grow_with_the_conversation(self) -> None:
        self.page(self.path)
        for number in range(3):
            self.written(f"Reply {number}", by=self.bob, parent=self.comment)
        with self.assertNumQueries(9) as few:
            self.page(self.path)
        for number in range(12):
            self.written(f"More {number}", by=self.bob, parent=self.comment)
        with self.assertNumQueries(len(few)):
            self.page(self.path)
