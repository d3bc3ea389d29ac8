"""A page that answers a member's question, at Wagtail's desk: no way there leads past her consent."""

from __future__ import annotations

import pytest
from wagtail.actions.publish_page_revision import PublishPageRevisionAction

from allies.answers import quoting
from allies.answers.shown import NotClearedError
from allies.answers.tests.quoted import CANARY, QuotedTestCase
from allies.home.tests.desk import as_form


class QuotedAtTheDesk(QuotedTestCase):
    def edit(self, action: str, **changes: str) -> str:
        page = quoting.page_of(self.question)
        given = as_form(page, **changes) | ({action: "1"} if action else {})
        self.sign_in(self.edda)
        return str(self.client.post(f"/cms/pages/{page.pk}/edit/", given, follow=True).content.decode())

    def test_the_form_says_where_her_words_are(self) -> None:
        self.begun()
        self.sign_in(self.edda)
        page = self.client.get(f"/cms/pages/{self.page().pk}/edit/").content.decode()
        assert "Kept apart" in page
        assert "zebrafish" not in page
        self.edit("", asked=CANARY, asked_by="alice")
        kept = quoting.page_of(self.question)
        assert (kept.asked, kept.asked_by) == ("—", "—")

    def test_the_second_step_alone_does_not_approve(self) -> None:
        self.agreed()
        self.submit()
        self.sign_in(self.rhea)
        at = f"/cms/second-reading/{self.page().pk}/"
        response = self.client.post(at, {"action": "approve"}, follow=True)
        self.assertContains(response, "A second reader has not approved the quotation yet.")
        state = self.page().current_workflow_task_state
        self.client.post(f"/cms/pages/{self.page().pk}/workflow/action/approve/{state.pk}/")
        assert not self.page().live
        assert self.page().workflow_in_progress

    def test_a_correction_of_what_she_agreed_to_is_kept_and_not_published(self) -> None:
        self.published()
        page = self.edit("action-publish", title="Another headline", summary="Another summary.")
        assert "Kept as a draft, and not published." in page
        assert self.page().title == "A walk at night"
        assert quoting.page_of(self.question).title == "Another headline"

    def test_a_correction_of_the_answer_is_published(self) -> None:
        self.published()
        self.edit("action-publish", date="2026-11-02 10:00")
        assert self.page().date.day == 2
        assert CANARY in self.html()

    def test_what_publishes_past_the_page_is_held_too(self) -> None:
        self.asked()
        action = PublishPageRevisionAction(self.page().get_latest_revision(), user=self.edda)
        with pytest.raises(NotClearedError):
            action.execute(skip_permission_checks=True)
        assert not self.page().live

    def test_a_copy_has_nothing_of_hers(self) -> None:
        self.published(named=True)
        page = self.page()
        copy = page.copy(keep_live=True, update_attrs={"slug": "copied", "title": "Copied", "code": "copied"})
        self.sign_in(self.bob)
        shown = self.client.get(f"/answers/{copy.slug}/").content.decode()
        assert "zebrafish" not in shown
        assert "alice" not in shown
