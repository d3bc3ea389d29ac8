"""Two moderators at the same conversation."""

from __future__ import annotations

from datetime import timedelta
from html import unescape

import pytest
from django.utils.timezone import now

from allies.answers import reviewing
from allies.answers.models import Comment
from allies.desk.testing import DeskTestCase
from allies.moderation.models import Case, Measure

REASON = {"reason": "It went too far."}


class TwoModerators(DeskTestCase):
    def setUp(self) -> None:
        self.sign_in(self.vera)
        self.mine = self.case(held_by=self.vera)
        self.reply = self.written("A reply.", by=self.bob, parent=self.comment)
        self.path = f"/desk/queue/{self.mine.pk}/"

    def test_a_conversation_in_which_another_decides_is_not_hidden(self) -> None:
        hers = self.case(self.reply, held_by=self.edda)
        response = self.client.post(f"{self.path}hide/", REASON)
        page = unescape(response.content.decode())
        assert "edda is deciding about a comment in this conversation" in page
        assert f"{REASON['reason']}</textarea>" in page
        assert Comment.objects.shown().count() == 2
        assert Case.objects.open().count() == 2
        assert not Measure.objects.exists()
        reviewing.approve(hers, by=self.edda)
        self.client.post(f"{self.path}hide/", REASON)
        assert not Comment.objects.shown().exists()

    def test_a_claim_that_has_run_out_is_in_nobodys_way(self) -> None:
        hers = self.case(self.reply, held_by=self.edda)
        Case.objects.filter(pk=hers.pk).update(claimed_at=now() - timedelta(minutes=31))
        self.client.post(f"{self.path}hide/", REASON)
        assert not Comment.objects.shown().exists()
        assert not Case.objects.open().exists()

    def test_no_pause_and_no_proposal_once_another_has_the_case(self) -> None:
        Case.objects.update(claimed_by=self.edda)
        self.mine.refresh_from_db()
        with pytest.raises(PermissionError):
            reviewing.pause_writer(self.mine, "Rest.", timedelta(days=1), by=self.vera)
        with pytest.raises(PermissionError):
            reviewing.propose_closing(self.mine, "It sold things.", by=self.vera)
        assert not Measure.objects.exists()
