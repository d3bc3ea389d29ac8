"""What is done at the desk stands in the log, with who and why."""

from __future__ import annotations

from datetime import timedelta

from django.utils.timezone import now

from allies.accounts.models import Role
from allies.audit.models import Entry
from allies.desk.actions import alerts
from allies.desk.testing import DeskTestCase
from allies.moderation import actions
from allies.moderation.actions.rota import add_shift, remove_shift
from allies.moderation.models import Alert, StockReply
from allies.moderation.tests.making import make_measure


class LogTests(DeskTestCase):
    def setUp(self) -> None:
        Entry.objects.all().delete()

    def said(self) -> list[tuple[str, str | None]]:
        """Verbs with who did it, oldest first; each has a reason."""
        entries = list(Entry.objects.order_by("pk").select_related("by"))
        assert all(entry.reason for entry in entries), [entry.verb for entry in entries if not entry.reason]
        return [(entry.verb, entry.by.pseudonym if entry.by else None) for entry in entries]

    def test_an_alert_from_hand_to_hand(self) -> None:
        alert = self.alert(raised_at=now() - timedelta(hours=1))
        actions.escalate_due(now())
        actions.take_alert(alert, by=self.vera)
        alerts.hand_on(alert, by=self.vera)
        actions.take_alert(Alert.objects.get(), by=self.edda)
        Alert.objects.update(owned_at=now() - timedelta(hours=1))
        actions.take_over(Alert.objects.get(), by=self.vera)
        actions.note_response(Alert.objects.get(), by=self.vera)
        actions.close_alert(Alert.objects.get(), "He is safe.", by=self.vera)
        assert self.said() == [
            ("alert-escalated", None),
            ("alert-taken", "vera"),
            ("alert-handed-on", "vera"),
            ("alert-taken", "edda"),
            ("alert-taken-over", "vera"),
            ("alert-answered", "vera"),
            ("alert-closed", "vera"),
        ]
        assert not Entry.objects.filter(reason__contains="safe").exists()
        assert Entry.objects.filter(reason="Nobody took it in 15 minutes.").exists()

    def test_an_alert_of_somebody_who_left(self) -> None:
        self.alert(owner=self.vera)
        self.vera.role = Role.MEMBER
        self.vera.save()
        actions.escalate_due(now())
        assert self.said() == [("alert-freed", None)]

    def test_a_case_is_claimed_once_and_let_go(self) -> None:
        case = self.case()
        actions.claim(case, by=self.vera, at=now())
        actions.claim(case, by=self.vera, at=now())
        actions.release(case, by=self.vera)
        assert self.said() == [("case-claimed", "vera"), ("case-released", "vera")]

    def test_an_appeal_is_claimed_once(self) -> None:
        asked = actions.appeal(make_measure(self.alice, self.vera), "Please.", by=self.alice)
        actions.claim_appeal(asked, by=self.edda, at=now())
        actions.claim_appeal(asked, by=self.edda, at=now())
        assert self.said() == [("appeal-made", "alice"), ("appeal-claimed", "edda")]

    def test_a_closing_that_is_withdrawn(self) -> None:
        actions.withdraw_closing(actions.propose_closing(self.alice, "It sold.", by=self.vera), by=self.edda)
        assert self.said() == [("closing-proposed", "vera"), ("closing-withdrawn", "edda")]

    def test_shifts_and_replies(self) -> None:
        shift = add_shift(self.vera, now(), now() + timedelta(hours=2), weekly=True, by=self.edda)
        remove_shift(shift, by=self.vera)
        self.sign_in(self.edda)
        self.client.post("/desk/replies/add/", {"title": "First words", "kind": "", "text": "I am here."})
        reply = StockReply.objects.get(title="First words")
        self.client.post(f"/desk/replies/{reply.pk}/delete/")
        assert self.said() == [
            ("shift-added", "edda"),
            ("shift-removed", "vera"),
            ("reply-added", "edda"),
            ("reply-deleted", "edda"),
        ]
