from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext

from allies.answers.models import Topic
from allies.answers.testing import ANSWERED, QUOTED, make_answer, make_comment, make_many
from allies.testing import MemberTestCase


class AnswerDetail(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        topic = Topic.objects.create(name="Rewards", slug="rewards")
        questions = [("question", "What small step?")]
        cls.closed = make_answer(author=cls.sam, summary="HarborLight asks.", topics=[topic], questions=questions)
        cls.public = make_answer(author=cls.sam, public=True, related=[cls.closed])
        for answer in (cls.closed, cls.public):
            make_comment(answer, cls.alice, "What I have lived.")

    def page(self, address: str) -> str:
        response = self.client.get(address)
        assert response.status_code == 200
        return response.content.decode()

    def test_members_read_all_of_it(self) -> None:
        self.sign_in(self.alice)
        page = self.page(self.closed.address)
        for words in (QUOTED, ANSWERED, "HarborLight asks.", "What small step?", "sam", "Counsellor", "Rewards"):
            assert words in page
        assert "What I have lived." in page
        assert 'href="/agreement/"' in page

    def test_visitors_see_headline_summary_and_an_invitation(self) -> None:
        page = self.page(self.closed.address)
        for words in (self.closed.title, "HarborLight asks.", f"/join/?next={self.closed.address}"):
            assert words in page
        for words in (QUOTED, ANSWERED, "What I have lived.", "What small step?", "alice"):
            assert words not in page

    def test_visitors_read_a_public_one_with_its_comments_and_cannot_write(self) -> None:
        page = self.page(self.public.address)
        for words in (QUOTED, ANSWERED, "What I have lived.", "Sign in or join"):
            assert words in page
        for words in ("<textarea", 'class="acts"', 'class="new"', "unfollow/"):
            assert words not in page

    def test_related_answers_are_linked_while_they_stand(self) -> None:
        self.sign_in(self.alice)
        assert f'href="{self.closed.address}"' in self.page(self.public.address)
        with self.captureOnCommitCallbacks(execute=True):
            self.closed.unpublish()
        assert f'href="{self.closed.address}"' not in self.page(self.public.address)

    def test_an_answer_is_open_to_every_role(self) -> None:
        for person in (self.bob, self.vera, self.sam, self.rhea, self.edda):
            self.sign_in(person)
            assert ANSWERED in self.page(self.closed.address)

    def test_what_is_not_there_is_not_found(self) -> None:
        self.public.unpublish()
        for member in (None, self.alice):
            if member:
                self.sign_in(member)
            for address in ("/answers/nowhere/", "/answers/x%00/", self.public.address):
                assert self.client.get(address).status_code == 404

    def test_takes_nothing_but_reading(self) -> None:
        assert self.client.post(self.closed.address).status_code == 405

    def cost(self) -> int:
        """Queries of the page right after a comment, when nothing of it can have been kept."""
        make_comment(self.public, self.alice)
        with CaptureQueriesContext(connection) as queries:
            self.page(self.public.address)
        return len(queries)

    def test_costs_the_same_for_one_comment_and_for_300(self) -> None:
        for reader, most in ((self.bob, 8), (self.alice, 8), (None, 4)):
            self.client.logout() if reader is None else self.sign_in(reader)
            self.page(self.public.address)
            before = self.cost()
            make_many(self.public, self.alice, 150)
            assert self.cost() == before <= most
