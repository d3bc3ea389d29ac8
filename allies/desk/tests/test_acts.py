from __future__ import annotations

from datetime import timedelta
from html import unescape

from django.utils.timezone import now

from allies.answers.models import Comment
from allies.desk.presets import REPHRASE
from allies.desk.testing import DeskTestCase
from allies.moderation.models import Measure

REASON = {"reason": "These words could hurt somebody."}


class ActTests(DeskTestCase):
    def setUp(self) -> None:
        self.sign_in(self.vera)
        self.mine = self.case(held_by=self.vera, why=["disrespect"])
        self.path = f"/desk/queue/{self.mine.pk}/"

    def outcome(self) -> str:
        self.mine.refresh_from_db()
        return self.mine.outcome

    def test_approving_leads_to_the_next_free_one(self) -> None:
        Comment.objects.filter(pk=self.comment.pk).update(held_at=now())
        following = self.case(self.written("The next one."))
        self.assertRedirects(self.client.post(f"{self.path}approve/"), f"/desk/queue/{following.pk}/")
        assert self.outcome() == "approved"
        assert Comment.objects.get(pk=self.comment.pk).held_at is None

    def test_after_the_last_one_the_queue(self) -> None:
        self.assertRedirects(self.client.post(f"{self.path}approve/"), "/desk/queue/")

    def test_each_act_begins_with_fitting_words(self) -> None:
        page = self.page(f"{self.path}return/")
        assert "Could you say it once more from your own side" in page
        assert "leave the deciding" not in page

    def test_words_to_begin_with_join_what_was_typed(self) -> None:
        def chosen(act: str, reason: str, **more: str) -> str:
            given = {"reason": reason, **more}
            return unescape(self.client.post(f"{self.path}{act}/", given).content.decode())

        page = chosen("return", "I liked your lamp.", **{"with": "advice"})
        assert "I liked your lamp.\n\nThank you for sharing this." in page
        untouched = str(REPHRASE[0].words)
        assert untouched not in chosen("return", untouched, **{"with": "advice"})
        assert untouched in chosen("return", "", **{"with": "nothing"})
        page = chosen("pause", "Rest well.", days="30", **{"with": "heated"})
        assert "checked" in page.split('value="30"')[1].split(">")[0]
        assert self.outcome() == ""
        assert not Measure.objects.exists()

    def test_returning_removing_and_hiding(self) -> None:
        for act, outcome in (("return", "returned"), ("remove", "removed"), ("hide", "hidden")):
            comment = self.written(f"Words to {act}.")
            case = self.case(comment, held_by=self.vera)
            response = self.client.post(f"/desk/queue/{case.pk}/{act}/", REASON)
            assert response.status_code == 302, act
            case.refresh_from_db()
            assert case.outcome == outcome
            assert (
                Measure.objects.filter(comment=comment, member=self.alice, by=self.vera).get().reason
                == REASON["reason"]
            )

    def test_an_act_needs_words(self) -> None:
        for act in ("return", "remove", "hide", "pause", "propose-closing"):
            assert self.client.post(f"{self.path}{act}/", {"reason": " "}).status_code == 422
        assert self.outcome() == ""
        assert not Measure.objects.exists()

    def test_what_somebody_else_holds_cannot_be_decided(self) -> None:
        self.mine.claimed_by = self.edda
        self.mine.save()
        for act in ("approve", "return", "remove", "hide", "pause", "propose-closing"):
            response = self.client.post(f"{self.path}{act}/", REASON | {"days": "3"}, follow=True)
            page = response.content.decode()
            assert "this one is not with you now" in page
            assert act == "approve" or f"{REASON['reason']}</textarea>" in page
        assert self.outcome() == ""
        assert not Measure.objects.exists()

    def test_pausing_leaves_the_case_to_decide(self) -> None:
        self.assertRedirects(self.client.post(f"{self.path}pause/", REASON | {"days": "7"}), self.path)
        measure = Measure.objects.get(kind="paused", member=self.alice)
        assert timedelta(days=6, hours=23) < (measure.until or now()) - now() <= timedelta(days=7)
        assert self.outcome() == ""

    def test_a_pause_has_one_of_four_lengths(self) -> None:
        assert self.client.post(f"{self.path}pause/", REASON | {"days": "9000"}).status_code == 422

    def test_closing_takes_a_second_person(self) -> None:
        self.client.post(f"{self.path}propose-closing/", REASON)
        measure = Measure.objects.get(kind="closed")
        assert "somebody else decides" in self.page("/desk/closings/")
        self.client.post(f"/desk/closings/{measure.pk}/confirm/")
        self.alice.refresh_from_db()
        assert self.alice.is_active
        self.sign_in(self.edda)
        assert "alice" in self.page("/desk/closings/")
        self.assertRedirects(self.client.post(f"/desk/closings/{measure.pk}/confirm/"), "/desk/closings/")
        self.alice.refresh_from_db()
        assert not self.alice.is_active
        assert "Nobody is proposed." in self.page("/desk/closings/")

    def test_a_proposal_is_withdrawn(self) -> None:
        self.client.post(f"{self.path}propose-closing/", REASON)
        self.client.post(f"/desk/closings/{Measure.objects.get().pk}/withdraw/")
        self.alice.refresh_from_db()
        assert self.alice.is_active
        assert "Nobody is proposed." in self.page("/desk/closings/")

    def test_a_moderator_is_not_paused_from_here(self) -> None:
        case = self.case(self.written("Edda's.", by=self.edda), held_by=self.vera)
        assert "/pause/" not in self.page(f"/desk/queue/{case.pk}/")
