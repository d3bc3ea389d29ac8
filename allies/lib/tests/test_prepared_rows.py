from __future__ import annotations

from typing import Any

from django.db.models import F, OuterRef, Subquery, Value
from django.db.models.functions import Concat

from allies.accounts.models import Consent, Member
from allies.lib.prepared import PreparedRows
from allies.testing import MemberTestCase

_by_name: PreparedRows[Member] = PreparedRows(lambda name: Member.objects.filter(pseudonym=name), str)
_without: PreparedRows[Member] = PreparedRows(lambda key: Member.objects.filter(pk=key).defer("email"), int)
_consents = Consent.objects.filter(member=OuterRef("pk")).values("version")[:1]
_greeted: PreparedRows[Any] = PreparedRows(
    lambda word, key: Member.objects.filter(pk=key).annotate(
        greeting=Concat(Value(word), F("pseudonym")), agreed=Subquery(_consents)
    ),
    str,
    int,
)


class PreparedRowsTest(MemberTestCase):
    def test_gives_what_the_orm_gives(self) -> None:
        (found,) = _by_name("sam")
        assert found == self.sam
        fresh = Member.objects.get(pk=self.sam.pk)
        for field in Member._meta.concrete_fields:
            value = getattr(found, field.attname)
            assert value == getattr(fresh, field.attname), field.attname
            assert type(value) is type(getattr(fresh, field.attname)), field.attname
        assert _by_name("nobody") == []

    def test_rows_can_be_saved(self) -> None:
        (found,) = _by_name("bob")
        assert not found._state.adding
        found.title = "Neighbour"
        found.save(update_fields=["title"])
        assert Member.objects.get(pk=self.bob.pk).title == "Neighbour"

    def test_what_is_left_out_comes_when_asked_for(self) -> None:
        Member.objects.filter(pk=self.bob.pk).update(email="bob@example.org")
        with self.assertNumQueries(1):
            (found,) = _without(self.bob.pk)
            assert found.pseudonym == "bob"
        with self.assertNumQueries(1):
            assert found.email == "bob@example.org"

    def test_what_annotate_adds(self) -> None:
        Consent.objects.create(member=self.alice, document="terms", version="7")
        (alice,), (bob,) = _greeted("Dear ", self.alice.pk), _greeted("Oh, ", self.bob.pk)
        assert (alice.greeting, alice.agreed, alice.pk) == ("Dear alice", "7", self.alice.pk)
        assert (bob.greeting, bob.agreed, bob.pk) == ("Oh, bob", None, self.bob.pk)
