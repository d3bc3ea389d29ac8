"""The desk as tests use it: an answer that somebody has written, and a form to post it with."""

from __future__ import annotations

from typing import Any

from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from allies.accounts.models import Member
from allies.answers.models import AnswerPage, AnswersIndex
from allies.home.actions import prepare_site
from allies.testing import MemberTestCase

BODY = [{"type": "text", "value": "<p>Wait until morning.</p>"}]


def make_answer(by: Member, *, title: str = "A walk at night", live: bool = False, public: bool = True) -> AnswerPage:
    page = AnswerPage(title=title, summary="She asks.", asked_by="Birch", asked="What do I say?", author=by, body=BODY)
    page.live, page.public, page.owner = False, public, by
    AnswersIndex.objects.get().add_child(instance=page)
    revision = page.save_revision(user=by)
    if live:
        revision.publish()
    return AnswerPage.objects.get(pk=page.pk)


def as_form(page: AnswerPage, **changes: Any) -> dict[str, Any]:
    about = {
        **{name: getattr(page, name) for name in ("title", "slug", "summary", "asked_by", "asked")},
        "author": page.author_id,
        "public": "on" if page.public else "",
        "date": "2026-11-01 10:00",
        "body": streamfield([("text", rich_text("<p>Wait until morning.</p>"))]),
        "questions": streamfield([]),
        "related": streamfield([]),
        "go_live_at": "",
        "expire_at": "",
    }
    return dict(nested_form_data(about | changes))


class DeskTestCase(MemberTestCase):
    root: Page

    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.root = prepare_site()

    def save(self, page: AnswerPage, action: str, **changes: Any) -> Any:
        """Post the editor's form for `page` with the button `action` ("action-submit"; "" keeps a draft)."""
        return self.client.post(
            f"/cms/pages/{page.pk}/edit/", as_form(page, **changes) | ({action: "1"} if action else {})
        )

    def submit(self, page: AnswerPage, by: Member) -> None:
        self.sign_in(by)
        self.save(page, "action-submit")
        assert AnswerPage.objects.get(pk=page.pk).workflow_in_progress

    def decide(self, page: AnswerPage, action: str, **words: str) -> Any:
        return self.client.post(f"/cms/second-reading/{page.pk}/", {"action": action, **words})
