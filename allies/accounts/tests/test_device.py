from __future__ import annotations

import pytest

from allies.accounts.device import describe

PHONE = "Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/130.0 Mobile Safari/537.36"


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (PHONE, "Chrome on an Android phone"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) AppleWebKit/605.1 Version/18.0 Mobile/15E148 Safari/604.1",
            "Safari on an iPhone",
        ),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36 Edg/130.0", "Edge on a Windows computer"),
        ("", "A browser on a device we do not know"),
        ("<script>", "A browser on a device we do not know"),
    ],
)
def test_devices(agent: str, words: str) -> None:
    assert describe(agent) == words
