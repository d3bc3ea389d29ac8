"""Staff keep two members apart; whoever must not meet a member does not get that member's case."""

from __future__ import annotations

from django.utils.timezone import now

from allies.accounts import apart
from allies.accounts.models import Apart
from allies.accounts.queries import unseen_by
from allies.audit.models import Entry
from allies.desk.testing import WORDS, DeskTestCase
from allies.moderation.models import Appeal, Measure, MeasureKind
from allies.testing import make_member

PAGE = "/desk/apart/"


class SetByStaff(DeskTestCase):
    def set_apart(self, one: str = "alice", other: str = "bob") -> str:
        self.sign_in(self.edda)
        return self.client.post(f"{PAGE}set/", {"one": one, "other": other}, follow=True).content.decode()

    def test_holds_in_both_directions_and_stands_on_the_list_once(self) -> None:
        for _time in range(2):
            assert "Neither of them sees the other" in self.set_apart()
        assert unseen_by(self.alice) == {self.bob.pk}
        assert unseen_by(self.bob) == {self.alice.pk}
        self.sign_in(self.odile)
        assert self.page(PAGE).count("<strong>alice, bob</strong>") == 1
        assert f'href="{PAGE}"' in self.page("/desk/")

    def test_the_log_names_who_did_it_and_no_reason(self) -> None:
        self.set_apart()
        self.client.post(f"{PAGE}{Apart.objects.filter(member=self.alice).get().pk}/end/")
        assert not Apart.objects.exists()
        pair = f"accounts.member:{self.alice.pk}+{self.bob.pk}"
        entries = list(Entry.objects.filter(by=self.edda).values_list("verb", "target", "reason"))
        assert entries == [("apart-ended", pair, ""), ("apart-set", pair, "")]

    def test_neither_of_the_two_sees_that_it_was_set(self) -> None:
        self.set_apart("alice", "bob")
        self.sign_in(self.alice, fresh=True)
        assert "Whom you named" not in self.page("/me/apart/")
        self.set_apart("alice", "odile")
        self.sign_in(self.odile)
        assert "odile" not in self.page(PAGE).split("<main")[1]
        own = Apart.objects.filter(other=self.odile).get()
        assert self.client.post(f"{PAGE}{own.pk}/end/").status_code == 404

    def test_what_members_named_is_nobody_elses(self) -> None:
        apart.avoid("bob", "", by=self.alice)
        self.sign_in(self.edda)
        assert "<strong>alice, bob</strong>" not in self.page(PAGE)
        assert self.client.post(f"{PAGE}{Apart.objects.first().pk}/end/").status_code == 404

    def test_names_that_cannot_be_are_told(self) -> None:
        for one, other, said in (
            ("alice", "nobody yet", "Nobody here goes by this name."),
            ("alice", "Alice", "Both names are of one member."),
            ("edda", "alice", "That is you."),
        ):
            assert said in self.set_apart(one, other).replace("&#x27;", "'")
        assert not Apart.objects.exists()

    def test_the_list_asks_as_often_for_many(self) -> None:
        for number in range(3):
            apart.set_apart(self.alice, make_member(f"one {number}"), by=self.edda)
        self.sign_in(self.edda)
        with self.assertNumQueries(3):  # session, member, the pairs
            self.page(PAGE)


class ApartFromAModerator(DeskTestCase):
    """Vera must not meet Alice: the others get what Alice's words bring about."""

    def setUp(self) -> None:
        apart.avoid("vera", "", by=self.alice)

    def as_seen(self, path: str) -> dict[str, bool]:
        seen = {}
        for member in (self.vera, self.odile):
            self.sign_in(member)
            seen[member.pseudonym] = WORDS in self.client.get(path).content.decode()
        return seen

    def statuses(self, path: str) -> list[int]:
        found = []
        for member in (self.vera, self.odile):
            self.sign_in(member)
            found.append(self.client.get(path).status_code)
        return found

    def test_cases(self) -> None:
        case = self.case()
        assert self.as_seen("/desk/queue/") == {"vera": False, "odile": True}
        assert self.statuses(f"/desk/queue/{case.pk}/") == [404, 200]
        self.sign_in(self.vera)
        assert self.client.post(f"/desk/queue/{case.pk}/claim/").status_code == 404
        assert "Nothing waits." in self.page("/desk/")

    def test_what_stands_around_another_case(self) -> None:
        case = self.case(self.written("Of bob.", self.bob, parent=self.comment))
        assert self.as_seen(f"/desk/queue/{case.pk}/") == {"vera": False, "odile": True}

    def test_alerts(self) -> None:
        assert self.statuses(f"/desk/alerts/{self.alert().pk}/") == [404, 200]
        self.sign_in(self.vera)
        assert "/desk/alerts/1" not in self.page("/desk/alerts/")

    def test_appeals_and_closings(self) -> None:
        given = {"member": self.alice, "reason": "Why.", "by": self.edda, "at": now()}
        removed = Measure.objects.create(kind=MeasureKind.REMOVED, comment=self.comment, **given)
        appeal = Appeal.objects.create(measure=removed, member=self.alice, words="Please.")
        assert self.statuses(f"/desk/appeals/{appeal.pk}/") == [404, 200]
        closing = Measure.objects.create(kind=MeasureKind.CLOSED, **given)
        self.sign_in(self.vera)
        assert "alice" not in self.page("/desk/closings/")
        assert self.client.post(f"/desk/closings/{closing.pk}/confirm/").status_code == 404
