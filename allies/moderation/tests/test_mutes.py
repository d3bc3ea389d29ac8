from __future__ import annotations

import pytest

from allies.audit.models import Entry
from allies.moderation.actions import mute, unmute
from allies.moderation.models import Mute
from allies.moderation.queries import muted_by, muted_keys
from allies.testing import MemberTestCase


class Mutes(MemberTestCase):
    def test_is_ones_own_and_leaves_no_trace(self) -> None:
        mute(self.bob, by=self.alice)
        mute(self.bob, by=self.alice)
        assert [each.muted for each in muted_by(self.alice)] == [self.bob]
        assert muted_keys(self.alice) == {self.bob.pk}
        assert muted_keys(self.bob) == frozenset()
        assert not Entry.objects.exists()

    def test_not_oneself_and_not_the_team(self) -> None:
        for other in (self.alice, self.vera, self.sam, self.edda):
            with pytest.raises(PermissionError):
                mute(other, by=self.alice)

    def test_taken_back(self) -> None:
        mute(self.bob, by=self.alice)
        unmute(self.bob, by=self.sam)
        assert Mute.objects.count() == 1
        unmute(self.bob, by=self.alice)
        assert not Mute.objects.exists()

    def test_goes_with_either_of_the_two(self) -> None:
        mute(self.bob, by=self.alice)
        self.bob.delete()
        assert not Mute.objects.exists()
