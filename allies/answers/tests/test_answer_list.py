from __future__ import annotations

import pytest

from allies.answers.models import AnswerEdition, Topic
from allies.answers.testing import ANSWERED, QUOTED, edition, make_answer, make_comment
from allies.testing import MemberTestCase


class AnswerList(MemberTestCase):
    def page(self, address: str = "/answers/") -> str:
        response = self.client.get(address)
        assert response.status_code == 200
        return response.content.decode()

    def test_an_empty_site_says_what_will_be_here(self) -> None:
        assert "No answer here yet" in self.page()

    def test_newest_first_with_the_latest_as_hero(self) -> None:
        old, new = make_answer(author=self.sam, title="The older"), make_answer(author=self.sam, title="The newer")
        page = self.page()
        assert page.index("The newer") < page.index("The older")
        hero = page[page.index('class="hero') : page.index("</article>")]
        assert new.address in hero
        assert old.address not in hero
        assert page.count(f'href="{new.address}"') == 1

    def test_visitors_see_headline_and_summary_and_no_more(self) -> None:
        answer = make_answer(author=self.sam, summary="HarborLight asks about a coin.")
        make_comment(answer, self.alice, "A member’s words.")
        page = self.page()
        assert "HarborLight asks about a coin." in page
        for words in (QUOTED, ANSWERED, "A member’s words."):
            assert words not in page

    def test_by_topic(self) -> None:
        sleep, money = (
            Topic.objects.create(name="Sleep", slug="sleep"),
            Topic.objects.create(name="Money", slug="money"),
        )
        make_answer(author=self.sam, title="Awake at four", topics=[sleep, money])
        make_answer(author=self.sam, title="Unpaid rent", topics=[money])
        assert "Unpaid rent" not in self.page("/answers/topics/sleep/")
        both = self.page("/answers/topics/money/")
        assert both.index("Unpaid rent") < both.index("Awake at four")
        assert 'class="hero' not in both

    def test_unknown_topics_are_not_found(self) -> None:
        for slug in ("nowhere", "Sleep", "sleep%20"):
            assert self.client.get(f"/answers/topics/{slug}/").status_code == 404

    def test_a_topic_without_answers_says_so(self) -> None:
        Topic.objects.create(name="Sleep", slug="sleep")
        assert "No answer here yet" in self.page("/answers/topics/sleep/")

    def test_pages(self) -> None:
        for number in range(1, 15):
            make_answer(author=self.sam, title=f"Number {number:02}")
        first, second = self.page(), self.page("/answers/?page=2")
        assert "Number 14" in first
        assert "Number 03" in first
        assert "Number 02" not in first
        assert "Number 02" in second
        assert "Number 03" not in second
        assert 'class="hero' not in second
        for last in ("99999999999999999999999", "0", "-1", "3"):
            assert "Number 02" in self.page(f"/answers/?page={last}")
        for junk in ("", "x", "1.5", "%00", "'--", "<script>"):
            assert "Number 14" in self.page(f"/answers/?page={junk}")

    def test_an_answer_that_is_taken_down_is_listed_no_more(self) -> None:
        answer = make_answer(author=self.sam, title="The older")
        answer.unpublish()
        assert "The older" not in self.page()
        assert not AnswerEdition.objects.exists()

    def test_cards_count_comments(self) -> None:
        answer = make_answer(author=self.sam)
        make_answer(author=self.sam)
        for member in (self.alice, self.bob):
            make_comment(answer, member)
        assert edition(answer).comment_count == 2
        assert "2 comments" in " ".join(self.page().split())

    def test_costs_the_same_for_little_and_for_much(self) -> None:
        make_answer(author=self.sam)
        with self.assertNumQueries(3):
            self.page()
        topic = Topic.objects.create(name="Sleep", slug="sleep")
        for _ in range(14):
            make_comment(make_answer(author=self.sam, topics=[topic]), self.alice)
        with self.assertNumQueries(3):
            self.page()
        self.sign_in(self.alice)
        with self.assertNumQueries(5):
            self.page()

    def test_takes_nothing_but_reading(self) -> None:
        assert self.client.post("/answers/").status_code == 405


@pytest.mark.django_db
def test_the_title_tells_nothing(client: object) -> None:
    response = client.get("/answers/")  # type: ignore[attr-defined]
    assert b"<title>Notes</title>" in response.content
