"""Taken back: from then on nobody is shown a word of it, and nothing on the disk holds one in the open."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.utils.timezone import now
from wagtail.models import PageLogEntry, Revision, TaskState

from allies.answers import quoting
from allies.answers.models import AnswerEdition, Consent, Question
from allies.answers.shown import NotClearedError
from allies.answers.tests.quoted import CANARY, QuotedTestCase
from allies.audit.models import Entry

COPIED = f"<p>You wrote: <b>{CANARY}</b> Wait until morning.</p>"


class WithdrawingTests(QuotedTestCase):
    def copied(self) -> None:
        """Published, with her words copied by hand to wherever a writer could put them."""
        told = f"She says: {CANARY}"
        self.published(named=True, body=[("text", COPIED)], public=True, summary=told, title=f"{CANARY} And now?")
        page = self.page()
        page.save_revision(user=self.edda)
        PageLogEntry.objects.filter(page=page).update(label=CANARY, data={"comment": CANARY})
        TaskState.objects.update(comment=CANARY)

    def take_back(self) -> None:
        assert quoting.withdraw(self.question, by=self.alice)

    def served(self) -> list[str]:
        slug, places = self.page().slug, []
        for member in (None, self.bob):
            self.client.logout()
            if member:
                self.sign_in(member)
            for path in ("/answers/", f"/answers/{slug}/", "/answers/feed/", "/"):
                places.append(self.client.get(path).content.decode())
        return places

    def test_every_page_and_the_feed_are_without_it_at_once(self) -> None:
        self.copied()
        before = self.served()  # and with it, everything that is kept in memory
        assert sum("zebrafish" in each for each in before) >= 5
        assert any("alice" in each for each in before)
        self.take_back()
        after = self.served()
        assert not any("zebrafish" in each or "alice" in each for each in after)
        assert "Wait until morning." in after[1]

    def test_no_revision_history_or_index_keeps_it(self) -> None:
        self.copied()
        self.take_back()
        rows: list[Any] = [*Revision.objects.values(), *PageLogEntry.objects.values(), *TaskState.objects.values()]
        rows += [*AnswerEdition.objects.values(), vars(self.page())]
        assert len(rows) > 5
        assert not any("zebrafish" in str(each) for each in rows)
        assert "Wait until morning." in str(self.page().get_latest_revision_as_object().body)

    def test_the_page_can_still_be_edited_but_not_published(self) -> None:
        self.copied()
        self.take_back()
        page = quoting.page_of(self.question)
        with pytest.raises(NotClearedError):
            page.save_revision(user=self.edda).publish()

    def test_the_record_of_what_was_agreed_to_stays(self) -> None:
        self.published()
        self.take_back()
        assert list(Consent.objects.order_by("decided_at").values_list("given", flat=True)) == [True, False]
        assert Entry.objects.filter(verb="consent-withdrawn", by=self.alice, reason="").exists()
        assert not quoting.withdraw(self.question, by=self.alice)

    def test_what_was_scheduled_does_not_go_live(self) -> None:
        self.agreed()
        self.write(go_live_at=now() + timedelta(days=1), summary="She wants to know what to say.")
        self.submit()
        self.read()
        revision = Revision.objects.get(approved_go_live_at__isnull=False)
        self.take_back()
        assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()
        revision.content["go_live_at"] = (now() - timedelta(minutes=1)).isoformat()
        revision.approved_go_live_at = now() - timedelta(minutes=1)
        revision.save()
        call_command("run_due")
        assert not self.page().live
        assert Entry.objects.filter(verb="page-not-published", by=None).exists()
        call_command("run_due")  # and is not tried for ever
        assert Entry.objects.filter(verb="page-not-published").count() == 1

    def test_what_was_scheduled_and_stays_agreed_to_does(self) -> None:
        self.agreed()
        self.write(go_live_at=now() + timedelta(days=1), summary="She wants to know what to say.")
        self.submit()
        self.read()
        revision = Revision.objects.get(approved_go_live_at__isnull=False)
        revision.content["go_live_at"] = (now() - timedelta(minutes=1)).isoformat()
        revision.approved_go_live_at = now() - timedelta(minutes=1)
        revision.save()
        call_command("run_due")
        assert CANARY in self.html()

    def test_whoever_is_erased_takes_her_words_along(self) -> None:
        self.copied()
        self.alice.delete()
        assert not Question.objects.exists()
        page = AnswerEdition.objects.get()
        assert "zebrafish" not in f"{page.html}{page.summary}{page.title}"
        assert not any("zebrafish" in str(each) for each in Revision.objects.values())
