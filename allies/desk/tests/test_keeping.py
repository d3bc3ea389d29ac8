"""What editors and operators keep: stock replies and the policy."""

from __future__ import annotations

from allies.audit.models import Entry
from allies.desk.testing import DeskTestCase
from allies.moderation.models import Policy, StockReply

REPLY = {"title": "I am here", "kind": "suicide", "text": "I am here."}
POLICY = {
    "newcomer_comments": "5",
    "on_disrespect": "wait",
    "on_identity": "ask",
    "on_crisis": "live",
    "alert_on_crisis": "on",
    "escalate_after": "15",
    "member_hourly": "20",
    "address_hourly": "60",
}


class ReplyTests(DeskTestCase):
    def setUp(self) -> None:
        self.sign_in(self.edda)

    def test_added_changed_and_deleted(self) -> None:
        self.assertRedirects(self.client.post("/desk/replies/add/", REPLY), "/desk/replies/")
        reply = StockReply.objects.get(**REPLY)
        path = f"/desk/replies/{reply.pk}/"
        assert "Suicide" in self.page("/desk/replies/")
        assert "I am here.</textarea>" in self.page(path)
        self.client.post(path, REPLY | {"kind": "", "text": "Still here."})
        reply.refresh_from_db()
        assert (reply.kind, reply.text) == ("", "Still here.")
        self.assertRedirects(self.client.post(f"{path}delete/"), "/desk/replies/")
        assert not StockReply.objects.exists()
        assert list(Entry.objects.values_list("verb", flat=True))[:3] == [
            "reply-deleted",
            "reply-changed",
            "reply-added",
        ]

    def test_what_is_missing_or_unknown(self) -> None:
        for wrong in ({"title": ""}, {"text": " "}, {"kind": "weather"}, {"text": "x" * 2001}):
            assert self.client.post("/desk/replies/add/", REPLY | wrong).status_code == 422
        assert not StockReply.objects.exists()

    def test_one_that_is_not_there(self) -> None:
        assert self.client.get("/desk/replies/999/").status_code == 404
        assert self.client.get("/desk/replies/1/delete/").status_code == 405


class PolicyTests(DeskTestCase):
    def setUp(self) -> None:
        self.sign_in(self.odile)

    def changes(self) -> list[str]:
        return list(Entry.objects.filter(verb="policy-changed").values_list("reason", flat=True))

    def test_what_changed_is_written_down(self) -> None:
        Policy.objects.all().delete()
        self.assertRedirects(self.client.post("/desk/policy/", POLICY), "/desk/policy/")
        assert Policy.current().newcomer_comments == 5
        assert self.changes() == ["newcomer_comments: 3 → 5"]
        assert Entry.objects.get(verb="policy-changed").by == self.odile

    def test_there_is_one_policy(self) -> None:
        self.client.post("/desk/policy/", POLICY)
        self.client.post("/desk/policy/", POLICY | {"newcomer_comments": "0"})
        assert Policy.objects.count() == 1
        assert self.changes()[0] == "newcomer_comments: 5 → 0"

    def test_nothing_changed_is_no_entry(self) -> None:
        self.client.post("/desk/policy/", POLICY)
        response = self.client.post("/desk/policy/", POLICY, follow=True)
        assert "Nothing was changed." in response.content.decode()
        assert len(self.changes()) == 1

    def test_what_cannot_be(self) -> None:
        for wrong in (
            {"newcomer_comments": "101"},
            {"escalate_after": "0"},
            {"on_crisis": "shout"},
            {"member_hourly": ""},
        ):
            assert self.client.post("/desk/policy/", POLICY | wrong).status_code == 422
        assert self.changes() == []
