from __future__ import annotations

from datetime import timedelta

from django.utils.timezone import now

from allies.inbox.actions import forget_old, keep_profile, mark_all_read, tell_each, withdraw
from allies.inbox.models import Channel, Kind, Letter, Notice, Occasion, Rhythm
from allies.inbox.tests.making import letters, told, wants_letters
from allies.testing import MemberTestCase, make_member


class TellTests(MemberTestCase):
    def test_an_event_is_told_once(self) -> None:
        for _time in range(2):
            told(self.alice)
        assert Notice.objects.of(self.alice).count() == 1
        told(self.bob)
        assert Notice.objects.count() == 2

    def test_nobody_is_written_to_who_did_not_ask_for_it(self) -> None:
        self.alice.use_email("alice@example.org")
        told(self.alice)
        assert letters(self.alice) == []

    def test_a_letter_for_each_event(self) -> None:
        wants_letters(self.alice)
        told(self.alice, "comment:1")
        told(self.alice, "comment:1")
        told(self.alice, "comment:2")
        assert [letter.occasion for letter in letters(self.alice)] == [Occasion.EVENT] * 2

    def test_one_letter_for_a_day_or_a_week(self) -> None:
        wants_letters(self.alice, rhythm=Rhythm.DAILY, opens=9, closes=20)
        wants_letters(self.bob, rhythm=Rhythm.WEEKLY, opens=9, closes=20)
        for number in range(5):
            told(self.alice, f"comment:{number}")
            told(self.bob, f"comment:{number}")
        (daily,), (weekly,) = letters(self.alice), letters(self.bob)
        assert (daily.due_at.hour, weekly.due_at.hour, weekly.due_at.weekday()) == (9, 9, 0)

    def test_what_happens_in_closed_hours_comes_as_one(self) -> None:
        closed = (now().hour + 2) % 24
        wants_letters(self.alice, opens=closed, closes=(closed + 1) % 24)
        told(self.alice, "comment:1")
        told(self.alice, "comment:2")
        (letter,) = letters(self.alice)
        assert letter.due_at.hour == closed

    def test_whoever_was_stopped_or_has_no_address_gets_no_letter(self) -> None:
        wants_letters(self.alice, stopped_at=now())
        wants_letters(self.bob)
        self.bob.use_email("")
        told(self.alice)
        told(self.bob)
        assert Letter.objects.count() == 0

    def test_telling_many_takes_few_statements(self) -> None:
        members = [make_member().pk for _number in range(40)]
        with self.assertNumQueries(4):  # two for the transaction, the notices, and who wants letters: nobody
            tell_each(members, Kind.COMMENT, "/answers/", key="comment:1")

    def test_what_is_withdrawn_is_gone_unless_it_was_read(self) -> None:
        told(self.alice)
        told(self.bob)
        mark_all_read(self.bob, up_to=2**62)
        withdraw(["comment:1"])
        assert list(Notice.objects.values_list("member", flat=True)) == [self.bob.pk]

    def test_a_change_of_hours_moves_what_waits(self) -> None:
        profile = wants_letters(self.alice)
        told(self.alice)
        profile.opens = (now().hour + 3) % 24
        profile.closes = (now().hour + 4) % 24
        keep_profile(profile)
        assert letters(self.alice)[0].due_at > now()
        profile.channel = Channel.NEVER
        keep_profile(profile)
        assert letters(self.alice)[0].let_go_at

    def test_old_ones_are_forgotten(self) -> None:
        wants_letters(self.alice)
        told(self.alice, "comment:1")
        told(self.alice, "comment:2")
        long_ago = now() - timedelta(days=181)
        Notice.objects.filter(key="comment:1").update(read_at=long_ago)
        Notice.objects.filter(key="comment:2").update(made_at=long_ago)
        Letter.objects.filter(key="comment:1").update(sent_at=long_ago)
        forget_old(now())
        assert list(Notice.objects.values_list("key", flat=True)) == ["comment:2"]
        assert [letter.key for letter in letters(self.alice)] == ["comment:2"]
