"""Who is kept from whom: before and after there is an account, in both directions, by every way."""

from __future__ import annotations

from allies.accounts import apart
from allies.accounts.actions import join
from allies.accounts.models import Apart, Avoided, Member
from allies.accounts.queries import unseen_by
from allies.testing import PASSPHRASE, MemberTestCase, make_member


def are_apart(one: Member, other: Member) -> bool:
    found = {other.pk in unseen_by(one), one.pk in unseen_by(other)}
    assert len(found) == 1, "in one direction only"
    return found.pop()


class KeptApart(MemberTestCase):
    def test_by_the_name_somebody_has(self) -> None:
        apart.avoid(" BOB ", "", by=self.alice)
        assert are_apart(self.alice, self.bob)
        assert not are_apart(self.alice, make_member("carol"))

    def test_by_an_address_however_it_is_written(self) -> None:
        self.bob.use_email("Bob.Smith@Example.org")
        apart.avoid(" bob.smith @example.ORG\u200b", "", by=self.alice)
        assert are_apart(self.alice, self.bob)

    def test_by_an_address_with_which_somebody_joins_later(self) -> None:
        apart.avoid("later@example.org", "him", by=self.alice)
        member, _codes = join("newcomer", PASSPHRASE, email="LATER@example.org")
        assert are_apart(self.alice, member)

    def test_by_an_address_that_somebody_adds_later_and_for_good(self) -> None:
        apart.avoid("later@example.org", "him", by=self.alice)
        assert not are_apart(self.alice, self.bob)
        self.bob.use_email("later@example.org")
        assert are_apart(self.alice, self.bob)
        self.bob.use_email("")
        assert are_apart(self.alice, self.bob)

    def test_by_a_name_that_somebody_takes_later(self) -> None:
        apart.avoid("Quiet River", "", by=self.alice)
        self.bob.rename("quiet-river")
        assert are_apart(self.alice, self.bob)
        self.bob.rename("bobby")
        assert are_apart(self.alice, self.bob)
        apart.avoid("stranger", "", by=self.alice)
        assert are_apart(self.alice, make_member("Stranger"))

    def test_a_name_that_was_given_up_does_not_tell_the_new_one(self) -> None:
        self.bob.rename("bobby")
        apart.avoid("bob", "", by=self.alice)
        assert not are_apart(self.alice, self.bob)
        self.bob.rename("bob")
        assert are_apart(self.alice, self.bob)

    def test_taken_back_and_what_has_another_cause_stays(self) -> None:
        self.bob.use_email("bob@example.org")
        by_name = apart.avoid("bob", "", by=self.alice)
        apart.avoid("bob@example.org", "", by=self.alice)
        apart.set_apart(self.bob, self.alice, by=self.edda)
        apart.meet_again(by_name)
        assert are_apart(self.alice, self.bob)
        apart.meet_again(Avoided.objects.of(self.alice).get())
        assert are_apart(self.alice, self.bob)
        apart.end_apart(Apart.objects.set_by_staff()[0])
        assert not are_apart(self.alice, self.bob)
        assert not Apart.objects.exists()

    def test_each_one_who_named_them_is_kept_apart(self) -> None:
        for member in (self.alice, self.vera):
            apart.avoid("one@example.org", "", by=member)
        two = [make_member(email="one@example.org"), make_member(email="one@example.org")]
        assert all(are_apart(self.alice, each) for each in two)
        assert all(self.vera.pk not in unseen_by(each) and each.pk in unseen_by(self.vera) for each in two)

    def test_named_twice_is_named_once(self) -> None:
        for label in ("him", "my brother"):
            apart.avoid("x@example.org", label, by=self.alice)
        assert Avoided.objects.get().label == "my brother"
