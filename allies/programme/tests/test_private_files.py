from __future__ import annotations

from django.conf import settings

from allies.programme.testing import make_recording
from allies.testing import MemberTestCase


class PrivateFiles(MemberTestCase):
    def test_lie_apart_from_the_operators_own(self) -> None:
        recording = make_recording()
        assert not recording.file.path.startswith(str(settings.DATA))
