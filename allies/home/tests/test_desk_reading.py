from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import PageLogEntry

from allies.answers.models import AnswerEdition, AnswerPage
from allies.audit.models import Entry
from allies.home.tests.desk import DeskTestCase, make_answer


def live(page: AnswerPage) -> bool:
    shown = AnswerEdition.objects.filter(page=page).exists()
    assert AnswerPage.objects.get(pk=page.pk).live is shown
    return shown


class SecondReadingOfAnAnswer(DeskTestCase):
    def setUp(self) -> None:
        self.page = make_answer(self.sam)

    def test_a_second_reader_approves_and_it_goes_live(self) -> None:
        self.submit(self.page, self.sam)
        self.sign_in(self.rhea)
        self.assertContains(self.client.get("/cms/"), f"/cms/second-reading/{self.page.pk}/")
        self.assertRedirects(self.decide(self.page, "approve"), "/cms/")
        assert live(self.page)
        of_it = Entry.objects.filter(target=f"answers.answerpage:{self.page.pk}").order_by("id")
        told = list(of_it.values_list("verb", "by__pseudonym"))
        assert told == [("page-submitted", "sam"), ("page-approved", "rhea"), ("page-published", "rhea")]
        assert {"sam", "rhea"} <= set(
            PageLogEntry.objects.filter(page=self.page).values_list("user__pseudonym", flat=True)
        )

    def test_never_by_who_submitted_it(self) -> None:
        page = make_answer(self.rhea, title="Her own")
        self.submit(page, self.rhea)
        self.assertContains(self.client.get(f"/cms/second-reading/{page.pk}/"), "somebody else has to read it")
        self.decide(page, "approve")
        assert not live(page)
        state = AnswerPage.objects.get(pk=page.pk).current_workflow_task_state
        self.client.post(f"/cms/pages/{page.pk}/workflow/action/approve/{state.pk}/")
        assert not live(page)
        with pytest.raises(PermissionDenied):
            state.task.specific.on_action(state, self.rhea, "approve")

    def test_never_by_who_changed_it_last(self) -> None:
        self.submit(self.page, self.sam)
        page = AnswerPage.objects.get(pk=self.page.pk)
        page.save_revision(user=self.rhea)
        self.sign_in(self.rhea)
        self.decide(page, "approve")
        assert not live(page)

    def test_never_by_a_writer(self) -> None:
        self.submit(self.page, self.edda)
        self.sign_in(self.sam)
        self.decide(self.page, "approve")
        assert not live(self.page)

    def test_what_changed_after_it_was_submitted_is_submitted_again(self) -> None:
        self.submit(self.page, self.sam)
        page = AnswerPage.objects.get(pk=self.page.pk)
        state = page.current_workflow_task_state
        page.save_revision(user=self.edda)
        type(state).objects.filter(pk=state.pk).update(revision=self.page.latest_revision)
        assert "submitted again" in state.task.specific.objection(AnswerPage.objects.get(pk=page.pk), self.rhea)

    def test_returning_needs_a_comment(self) -> None:
        self.submit(self.page, self.sam)
        self.sign_in(self.rhea)
        self.assertContains(self.decide(self.page, "reject", comment=" "), "Say what should change")
        assert AnswerPage.objects.get(pk=self.page.pk).workflow_in_progress
        self.assertRedirects(self.decide(self.page, "reject", comment="Shorter, please."), "/cms/")
        assert Entry.objects.filter(verb="page-returned", by=self.rhea).exists()
        self.sign_in(self.sam)
        self.assertContains(self.client.get("/cms/"), "Shorter, please.")
        self.submit(self.page, self.sam)

    def test_nobody_changes_it_while_it_waits_and_its_writer_takes_it_back(self) -> None:
        self.submit(self.page, self.sam)
        for member in (self.sam, self.rhea, self.edda):
            self.sign_in(member)
            self.assertContains(self.save(self.page, "", title="Changed"), "locked")
        self.sign_in(self.sam)
        self.save(self.page, "action-cancel-workflow")
        assert not AnswerPage.objects.get(pk=self.page.pk).workflow_in_progress
        self.save(self.page, "", title="Changed")
        assert AnswerPage.objects.get(pk=self.page.pk).draft_title == "Changed"

    def test_with_a_time_set_approval_schedules_it(self) -> None:
        later = timezone.now() + timedelta(days=1)
        self.sign_in(self.edda)
        self.save(self.page, "action-submit", go_live_at=later.strftime("%Y-%m-%d %H:%M"))
        self.sign_in(self.rhea)
        self.decide(self.page, "approve")
        assert not live(self.page)
        assert Entry.objects.filter(verb="page-scheduled", by=self.rhea).exists()
        revision = AnswerPage.objects.get(pk=self.page.pk).scheduled_revision
        call_command("run_due")
        assert not live(self.page)
        due = timezone.now() - timedelta(minutes=1)
        revision.content["go_live_at"], revision.approved_go_live_at = due.isoformat(), due
        revision.save()
        call_command("run_due")
        assert live(self.page)
        assert Entry.objects.get(verb="page-published-as-scheduled").by is None
