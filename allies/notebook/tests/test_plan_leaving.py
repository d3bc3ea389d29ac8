"""Leaving a plan: silent, immediate, with a copy of one's own."""

from __future__ import annotations

from django.core.management import call_command
from django.utils.timezone import now

from allies.accounts.apart import avoid, set_apart
from allies.accounts.exporting import as_json
from allies.inbox.models import Notice
from allies.notebook.models import Entry, Plan, PlanEntry, PlanMember, PlanNote
from allies.notebook.tests.planning import PlanTestCase
from allies.notebook.tests.walking import CANARY
from allies.testing import without_tokens


class LeavingTests(PlanTestCase):
    def setUp(self) -> None:
        self.plan = self.shared()
        self.entry = self.write(self.plan, {"what": CANARY, "mine": "alice alone"})

    def seen_by_bob(self) -> list[str]:
        self.as_bob().get("/me/")  # what the last page of this browser left to be said
        return [without_tokens(self.client.get(each).content.decode()) for each in (self.plan, "/notes/together/")]

    def test_with_a_copy_and_without_a_word(self) -> None:
        before = self.seen_by_bob()
        told = Notice.objects.of(self.bob).count()
        self.sign_in(self.alice)
        self.assertContains(self.client.get(f"{self.plan}leave/"), "told nothing")
        self.client.post(f"{self.plan}leave/", {"copy": "1"})
        assert self.client.get(self.plan).status_code == 404
        own = Entry.objects.of(self.alice)
        assert own.of_kind("boundary").get().given["what"] == CANARY
        assert "alice alone" in str(own.of_kind("journal").get().given["what"])
        assert not PlanNote.objects.exists()
        assert self.seen_by_bob() == before
        assert Notice.objects.of(self.bob).count() == told

    def test_without_a_copy(self) -> None:
        self.client.post(f"{self.plan}leave/")
        assert not Entry.objects.exists()
        assert self.client.post(f"{self.plan}leave/").status_code == 302  # pressed twice

    def test_when_both_have_left_it_is_erased(self) -> None:
        self.client.post(f"{self.plan}leave/")
        assert Plan.objects.exists()
        self.as_bob().post(f"{self.plan}leave/", {"copy": "1"})
        assert not Plan.objects.exists()
        assert not PlanEntry.objects.exists()
        assert Entry.objects.of(self.bob).count() == 1

    def test_naming_the_other_leaves_it_at_once(self) -> None:
        before = self.seen_by_bob()
        avoid("bob", "him", by=self.alice)
        self.sign_in(self.alice)
        for address in (self.plan, self.entry):
            assert self.client.get(address).status_code == 404
        self.assertNotContains(self.client.get("/notes/together/"), "bob")
        call_command("run_due")
        assert Entry.objects.of(self.alice).of_kind("boundary").get().given["what"] == CANARY
        assert [each.member_id for each in PlanMember.objects.all()] == [self.bob.pk]
        assert self.seen_by_bob() == before

    def test_set_apart_by_staff_each_has_a_copy(self) -> None:
        set_apart(self.alice, self.bob, by=self.edda)
        assert self.as_bob().get(self.plan).status_code == 404
        call_command("run_due")
        assert not Plan.objects.exists()
        for member in (self.alice, self.bob):
            assert Entry.objects.of(member).of_kind("boundary").count() == 1

    def test_what_stands_in_it_is_in_the_export_of_both(self) -> None:
        for member, there in ((self.alice, True), (self.bob, True), (self.edda, False)):
            told = "".join(as_json(member, at=now()))
            assert (CANARY in told) == there
            assert ("alice alone" in told) == (member == self.alice)

    def test_an_erased_account_leaves_no_plan_behind(self) -> None:
        self.bob.delete()
        self.assertContains(self.client.get(self.plan), "With bob")
        self.alice.delete()
        call_command("run_due")
        assert not Plan.objects.exists()
