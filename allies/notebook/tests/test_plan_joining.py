"""Asking somebody to share a plan: what who asks can find out, and what who is asked decides."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from django.core.management import call_command
from django.utils.timezone import now

from allies.accounts.apart import avoid
from allies.inbox.models import Notice
from allies.notebook.models import Plan, PlanInvitation, PlanMember
from allies.notebook.tests.planning import PlanTestCase
from allies.testing import without_tokens


class JoiningTests(PlanTestCase):
    def setUp(self) -> None:
        self.sign_in(self.alice)

    def test_asked_shown_and_joined(self) -> None:
        address = self.invite("Bob")
        self.assertContains(self.client.get(address), "Bob has not joined yet")
        self.as_bob()
        assert [(each.kind, each.address) for each in Notice.objects.of(self.bob)] == [("plan", "/notes/together/")]
        self.assertContains(self.client.get("/notes/together/"), "alice would like to share a plan")
        assert not Notice.objects.of(self.bob).unread().exists()
        door = f"/notes/together/asked/{PlanInvitation.objects.get().pk}/"
        self.assertContains(self.client.get(door), "What each of you sees")
        assert self.client.get(address).status_code == 404  # not yet
        assert self.client.post(f"{door}accept/")["Location"] == address
        self.assertContains(self.client.get(address), "With alice")
        assert self.client.post(f"{door}accept/").status_code == 404
        self.sign_in(self.alice)
        self.assertContains(self.client.get(address), "With bob")

    def test_a_no_looks_like_no_answer(self) -> None:
        address = self.invite()
        self.client.get("/me/")  # says what is left to be said
        before = without_tokens(self.client.get(address).content.decode())
        self.sign_in(self.vera)  # who was not asked has no say
        self.client.post(f"/notes/together/asked/{PlanInvitation.objects.get().pk}/decline/")
        assert Notice.objects.of(self.bob).exists()
        self.as_bob().post(f"/notes/together/asked/{PlanInvitation.objects.get().pk}/decline/")
        self.assertNotContains(self.client.get("/notes/together/"), "alice")
        assert not Notice.objects.of(self.bob).exists()
        self.sign_in(self.alice)
        self.client.get("/me/")
        assert without_tokens(self.client.get(address).content.decode()) == before

    def test_nothing_tells_who_is_here_or_kept_apart(self) -> None:
        avoid("alice", "him", by=self.bob)
        pages = []
        for name in ("bob", "nobody of this name"):
            address = self.invite(name)
            with self.assertNumQueries(6):
                page = self.client.get(address, headers={"accept": "text/html"}).content.decode()
            plan = address.split("/")[-2]
            pages.append(without_tokens(page).replace(name, "X").replace(plan, "P"))
        assert pages[0] == pages[1]
        assert not Notice.objects.of(self.bob).exists()
        assert not PlanInvitation.objects.to(self.bob, now()).exists()

    def test_named_after_the_question_came(self) -> None:
        self.invite()
        avoid("alice", "him", by=self.bob)
        self.as_bob()
        self.assertNotContains(self.client.get("/notes/together/"), "alice")
        assert self.client.get(f"/notes/together/asked/{PlanInvitation.objects.get().pk}/").status_code == 404

    def test_who_is_afraid_is_told_what_the_other_would_see(self) -> None:
        sent = {"key": str(uuid4()), "name": "bob", "afraid": "yes"}
        page = self.client.post("/notes/together/new/", sent)
        self.assertContains(page, "They can use it against you.")
        assert not Plan.objects.exists()
        self.client.post("/notes/together/new/", sent | {"knows": "1"})
        assert Plan.objects.count() == 1

    def test_slips_and_limits(self) -> None:
        for wrong in ({"name": ""}, {"name": "Alice"}, {"afraid": ""}):
            sent = {"key": str(uuid4()), "name": "bob", "afraid": "no"} | wrong
            assert self.client.post("/notes/together/new/", sent).status_code == 422
        assert self.client.post("/notes/together/new/", {"name": "bob", "afraid": "no"}).status_code == 404
        key = str(uuid4())
        assert self.invite(key=key) == self.invite(key=key)
        assert PlanInvitation.objects.count() == 1
        for number in range(4):
            self.invite(f"name {number}")
        answer = self.client.post("/notes/together/new/", {"key": str(uuid4()), "name": "b", "afraid": "no"})
        self.assertContains(answer, "asked several people", status_code=422)

    def test_it_ends_after_two_weeks(self) -> None:
        address = self.invite()
        PlanInvitation.objects.update(made_at=now() - timedelta(days=14))
        key = PlanInvitation.objects.get().pk
        assert self.as_bob().post(f"/notes/together/asked/{key}/accept/").status_code == 404
        call_command("run_due")
        assert not PlanInvitation.objects.exists()
        assert not Notice.objects.of(self.bob).exists()
        self.sign_in(self.alice)
        self.assertContains(self.client.get(address), "nobody joined")
        assert PlanMember.objects.of(self.alice).count() == 1
