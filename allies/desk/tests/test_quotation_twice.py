"""Two who choose at once: nobody's choices are lost, and nobody's win without being seen."""

from __future__ import annotations

from typing import Any

import pytest

from allies.answers import quoting
from allies.answers.details import Choices
from allies.answers.models import Quotation
from allies.answers.shown import ChangedError
from allies.answers.tests.quoted import ASKED, QuotedTestCase

PLACE, COIN = ASKED.index("020"), ASKED.index("zebrafish coin")


class ChoosingTwice(QuotedTestCase):
    def setUp(self) -> None:
        self.at = f"/desk/questions/{self.question.pk}/answer/"
        self.begun()
        self.sign_in(self.sam)
        self.opened = self.form()

    def form(self) -> dict[str, str]:
        """The page as somebody has it open."""
        form: Any = self.client.get(self.at).context["form"]
        return {each.name: each.value() or "" for each in form}

    def save(self, **given: str) -> Any:
        return self.client.post(self.at, self.opened | given)

    def first(self, **given: str) -> None:
        """Edda is quicker."""
        self.sign_in(self.edda)
        self.assertRedirects(self.save(**given), self.at)
        self.sign_in(self.sam)

    def kept(self) -> str:
        return str(Quotation.objects.get().text)

    def again(self, response: Any) -> Any:
        """Save what came back, as it is."""
        return self.client.post(self.at, {each.name: each.value() or "" for each in response.context["form"]})

    def test_the_second_sees_what_changed_and_saves_again(self) -> None:
        self.first(**{f"choice_{PLACE}": "own", f"own_{PLACE}": "a number"})
        response = self.save(**{f"choice_{PLACE}": "own", f"own_{PLACE}": "the line", "more": "at dawn => early"})
        self.assertContains(response, "edda saved other choices meanwhile", status_code=409)
        self.assertContains(response, "Meanwhile somebody chose: a number", status_code=409)
        page = response.content.decode()
        assert 'value="the line"' in page
        assert "at dawn =&gt; early" in page
        assert "a number" in self.kept()
        self.assertRedirects(self.again(response), self.at)
        assert "the line" in self.kept()
        assert "early" in self.kept()

    def test_what_she_did_not_touch_stays_the_others(self) -> None:
        self.first(**{f"choice_{PLACE}": "own", f"own_{PLACE}": "a number"})
        response = self.save(more="at dawn => early")
        assert response.status_code == 409
        self.again(response)
        assert "My number is a number." in self.kept()
        assert "beside the kettle early." in self.kept()

    def test_a_detail_that_the_other_marked_by_hand_is_not_lost(self) -> None:
        self.first(more="zebrafish coin => keepsake")
        response = self.save(**{f"choice_{PLACE}": "leave", f"why_{PLACE}": "It is a helpline."})
        self.assertContains(response, "Meanwhile somebody chose: keepsake", status_code=409)
        self.again(response)
        assert "keepsake" in self.kept()
        assert "020 7946 0958" in self.kept()

    def test_both_marked_the_same_by_hand(self) -> None:
        self.first(more="zebrafish coin => keepsake")
        response = self.save(more="zebrafish coin => token")
        self.assertContains(response, "is marked above already", status_code=409)
        self.assertContains(response, "zebrafish coin =&gt; token", status_code=409)
        assert self.again(response).status_code == 422
        assert "keepsake" in self.kept()

    def test_what_is_wrong_in_hers_is_kept_as_well(self) -> None:
        self.first(more="zebrafish coin => keepsake")
        response = self.save(**{f"choice_{PLACE}": "leave", "seen": "not of ours"})
        self.assertContains(response, "Say why it may stay", status_code=409)
        assert response.context["form"][f"choice_{PLACE}"].value() == "leave"

    def test_the_same_again_is_not_meanwhile(self) -> None:
        self.assertRedirects(self.save(more="zebrafish coin => keepsake"), self.at)
        self.opened = self.form()
        self.assertRedirects(self.save(), self.at)

    def test_in_the_same_moment_the_verb_itself_says_so(self) -> None:
        seen, choices = self.opened["seen"], Choices.loaded(Quotation.objects.get().choices)
        self.first(**{f"choice_{PLACE}": "own", f"own_{PLACE}": "a number"})
        with pytest.raises(ChangedError):
            quoting.choose(self.question, choices, by=self.sam, seen=seen)
