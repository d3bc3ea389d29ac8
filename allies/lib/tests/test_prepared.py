from __future__ import annotations

from datetime import UTC, datetime

from django.db import connection

from allies.accounts.models import Member
from allies.lib.prepared import Prepared, moment
from allies.testing import MemberTestCase

_named = Prepared(
    lambda word, key: Member.objects.filter(pseudonym=word, pk__gte=key).order_by("pk").values_list("pk", "pseudonym"),
    str,
    int,
)
_same_twice = Prepared(lambda key: Member.objects.filter(pk__gte=key, pk__lte=key).values_list("pk"), int)
_members = Prepared(lambda: Member.objects.filter(role="member").order_by("pk").values_list("pseudonym")[:2])
_joined = Prepared(lambda key: Member.objects.filter(pk=key).values_list("joined_at"), int)


class PreparedQueries(MemberTestCase):
    def test_each_value_goes_into_its_slot(self) -> None:
        assert _named("bob", 0) == [(self.bob.pk, "bob")]
        assert _named("bob", self.bob.pk) == [(self.bob.pk, "bob")]
        assert _named("bob", self.bob.pk + 1) == []
        assert _named("alice", 0) == [(self.alice.pk, "alice")]

    def test_a_slot_may_stand_twice_or_nowhere(self) -> None:
        assert _same_twice(self.sam.pk) == [(self.sam.pk,)]
        assert _members() == [("alice",), ("bob",)]

    def test_values_never_become_sql(self) -> None:
        for word in ("' OR 1=1 --", "%s", "%", '"', "bob\x01", "\u2063"):
            assert _named(word, 0) == []

    def test_asks_once_and_builds_once(self) -> None:
        _named("bob", 0)
        with self.assertNumQueries(1):
            _named("alice", 0)
        assert connection.vendor in _named._compiled

    def test_a_moment_is_in_utc_on_every_database(self) -> None:
        assert moment(_joined(self.alice.pk)[0][0]) == self.alice.joined_at
        assert moment("2026-11-23 10:00:00") == datetime(2026, 11, 23, 10, tzinfo=UTC)
        assert moment(datetime(2026, 11, 23, 10, tzinfo=UTC)) == datetime(2026, 11, 23, 10, tzinfo=UTC)
