from __future__ import annotations

from wagtail.models import Page

from allies.answers.models import AnswerEdition, AnswerPage, AnswersIndex
from allies.home.models import PlainPage, Root
from allies.home.tests.desk import DeskTestCase, as_form, make_answer
from allies.programme.models import LearnIndex


class Publishing(DeskTestCase):
    """What is not live goes live through a second reading only, whoever asks and however they ask."""

    def setUp(self) -> None:
        self.draft = make_answer(self.sam)

    def test_by_the_button(self) -> None:
        for member in (self.sam, self.rhea, self.edda, self.odile):
            self.sign_in(member)
            self.save(self.draft, "action-publish")
            assert not AnswerEdition.objects.exists(), member
            self.assertContains(self.client.get("/cms/"), "somebody else reads it before it is published")

    def test_while_it_is_made(self) -> None:
        index = AnswersIndex.objects.get()
        for member in (self.sam, self.edda):
            self.sign_in(member)
            form = as_form(self.draft, slug=f"new-{member.pk}") | {"action-publish": "1"}
            self.client.post(f"/cms/pages/add/answers/answerpage/{index.pk}/", form)
            assert AnswerPage.objects.get(slug=f"new-{member.pk}").live is False

    def test_from_a_list(self) -> None:
        for member in (self.sam, self.edda):
            self.sign_in(member)
            self.client.post(f"/cms/bulk/wagtailcore/page/publish/?id={self.draft.pk}", {"include_descendants": "on"})
            index = AnswersIndex.objects.get()
            self.client.post(f"/cms/bulk/wagtailcore/page/publish/?id={index.pk}", {"include_descendants": "on"})
        assert not AnswerEdition.objects.exists()

    def test_as_a_copy_or_an_alias(self) -> None:
        page = make_answer(self.sam, title="Live", live=True)
        index = AnswersIndex.objects.get()
        self.sign_in(self.edda)
        for slug, how in (("copy", {"publish_copies": "on"}), ("alias", {"alias": "on"}), ("plain", {})):
            form = {"new_title": slug, "new_slug": slug, "new_parent_page": index.pk, **how}
            self.client.post(f"/cms/pages/{page.pk}/copy/", form)
        assert list(AnswerEdition.objects.values_list("slug", flat=True)) == ["live"]
        copied = AnswerPage.objects.get(slug="plain")
        assert (copied.live, copied.code) == (False, "answers/plain")

    def test_a_live_page_is_corrected_by_editors_at_once_and_by_writers_through_a_reader(self) -> None:
        page = make_answer(self.sam, title="Live", live=True)
        self.sign_in(self.sam)
        self.save(page, "action-publish", title="By the writer")
        assert AnswerEdition.objects.get(page=page).title == "Live"
        self.sign_in(self.edda)
        self.save(page, "action-publish", title="By the editor")
        assert AnswerEdition.objects.get(page=page).title == "By the editor"

    def test_only_editors_unpublish_and_a_page_that_came_down_is_read_again(self) -> None:
        page = make_answer(self.sam, title="Live", live=True)
        for member, there in ((self.sam, True), (self.rhea, True), (self.edda, False)):
            self.sign_in(member)
            self.client.post(f"/cms/pages/{page.pk}/unpublish/")
            assert AnswerEdition.objects.filter(page=page).exists() is there, member
        self.save(page, "action-publish")
        assert not AnswerEdition.objects.filter(page=page).exists()

    def test_writers_delete_their_own_drafts_alone(self) -> None:
        other = make_answer(self.rhea, title="Another's")
        self.sign_in(self.sam)
        for page, there in ((other, True), (self.draft, False)):
            self.client.post(f"/cms/pages/{page.pk}/delete/")
            assert AnswerPage.objects.filter(pk=page.pk).exists() is there

    def test_what_everything_hangs_on_stays(self) -> None:
        house = PlainPage(title="Agreement", slug="agreement", code="agreement", version="1", summary="We agree.")
        self.root.add_child(instance=house)
        kept = [Root.objects.get().pk, LearnIndex.objects.get().pk, AnswersIndex.objects.get().pk, house.pk]
        self.sign_in(self.odile)
        for key in kept:
            for act in ("delete", "unpublish"):
                self.client.post(f"/cms/pages/{key}/{act}/", {"confirm": "Answers"})
                self.client.post(f"/cms/bulk/wagtailcore/page/{act}/?id={key}", {})
        assert Page.objects.filter(pk__in=kept, live=True).count() == len(kept)
