"""The address of an answer to a member's question."""

from __future__ import annotations

from typing import Any

from wagtail.models import Page, Revision
from wagtail.test.utils.form_data import nested_form_data, streamfield

from allies.answers import quoting
from allies.answers.address import LONGEST, made_from
from allies.answers.shown import told_elsewhere
from allies.answers.testing import make_answer
from allies.answers.tests.quoted import CANARY, QuotedTestCase
from allies.home.models import FormerAddress
from allies.inbox.models import Notice


class AddressTests(QuotedTestCase):
    def test_it_follows_the_headline_until_it_is_published(self) -> None:
        quoting.begin(self.question, by=self.sam)
        assert self.page().slug == "an-answer"
        self.write(title="A walk at night", summary="She wants to know what to say.")
        assert self.page().address == "/answers/a-walk-at-night/"
        self.write(title="A walk before dawn")
        page = self.page()
        assert (page.slug, page.url_path.rsplit("/", 2)[1]) == ("a-walk-before-dawn", "a-walk-before-dawn")
        assert page.get_latest_revision_as_object().slug == page.slug

    def test_once_published_it_stays(self) -> None:
        self.published()
        assert self.page().slug == "a-walk-at-night"
        self.write(title="Another headline")
        assert quoting.page_of(self.question).slug == "a-walk-at-night"
        self.page().unpublish()
        self.write(title="A third headline")
        assert quoting.page_of(self.question).slug == "a-walk-at-night"

    def test_what_somebody_chose_stays(self) -> None:
        self.begun()
        self.write(slug="night-walks")
        self.write(title="Another headline")
        assert quoting.page_of(self.question).slug == "night-walks"

    def test_it_is_nobody_elses(self) -> None:
        make_answer(author=self.sam, slug="a-walk-at-night")
        self.begun()
        assert self.page().slug == "a-walk-at-night-2"
        self.write(title="A walk at night")
        assert self.page().slug == "a-walk-at-night-2"
        for headline in ("Mine", "Feed", "¿¡…!?"):
            self.write(title=headline)
            assert self.page().slug == "a-walk-at-night-2"

    def test_it_is_short_and_of_whole_words(self) -> None:
        self.begun()
        self.write(title="What do I say in the morning when he comes home and does not want to talk?")
        slug = self.page().slug
        assert slug == "what-do-i-say-in-the-morning-when-he-comes-home-and-does-not"
        assert len(slug) <= LONGEST
        assert made_from("x" * LONGEST, "x" * 80)

    def test_through_the_editor(self) -> None:
        self.begun()
        self.sign_in(self.edda)
        edit = f"/cms/pages/{self.page().pk}/edit/"
        form: Any = self.client.get(edit).context["form"]
        given = {
            "title": "Said at the desk",
            "slug": form["slug"].value(),
            "summary": "In short.",
            "author": self.sam.pk,
        }
        given |= {"date": "2026-01-01 10:00", "body": streamfield([]), "questions": streamfield([])}
        response = self.client.post(edit, nested_form_data(given | {"related": streamfield([])}))
        assert response.status_code == 302
        assert self.page().slug == "said-at-the-desk"

    def test_one_chosen_by_hand_tells_nothing_that_was_left_out(self) -> None:
        quotation = self.begun()
        self.write(slug="call-020-7946-0958")
        assert told_elsewhere(quoting.page_of(self.question), quotation) == ["020 7946 0958"]

    def test_taken_back_her_words_leave_the_address_too(self) -> None:
        self.published(title=f"{CANARY} And now?")
        old = self.page().address
        assert "zebrafish" in old
        FormerAddress.objects.create(address=f"{old}once/", page=self.page())
        self.sign_in(self.bob)
        assert self.client.get(old).status_code == 200
        quoting.withdraw(self.question, by=self.alice)
        page = self.page()
        assert self.client.get(old).status_code == 404
        assert self.client.get(page.address).status_code == 200
        assert page.address in Notice.objects.of(self.alice).values_list("address", flat=True)
        rows: list[Any] = [*Revision.objects.values(), *Page.objects.values(), *FormerAddress.objects.values()]
        assert not any("zebrafish" in str(row) for row in rows)
