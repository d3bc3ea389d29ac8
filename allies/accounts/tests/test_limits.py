from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.test import RequestFactory, SimpleTestCase, override_settings

_SHARE = """
import sys, django
django.setup()
from django.core.management import call_command
from django.test import RequestFactory
from allies.accounts.views.limits import is_allowed
call_command("createcachetable", verbosity=0)
print(sum(is_allowed(RequestFactory().post("/", REMOTE_ADDR=sys.argv[1]), "recover") for _ in range(7)))
"""


def test_processes_share_one_allowance(tmp_path: Path) -> None:
    """Ten tries in ten minutes: seven in one process leave three for the next."""
    env = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(settings.ROOT),
        "DJANGO_SETTINGS_MODULE": "allies.settings",
        "ALLIES_DATA": str(tmp_path),
    }

    def allowed(address: str) -> str:
        run = subprocess.run(
            [sys.executable, "-c", _SHARE, address], env=env, capture_output=True, text=True, check=True
        )
        return run.stdout.strip()

    assert [allowed("192.0.2.1"), allowed("192.0.2.1"), allowed("192.0.2.2")] == ["7", "3", "7"]


class Addresses(SimpleTestCase):
    def seen(self, **meta: str) -> str:
        return get_adapter().get_client_ip(RequestFactory().get("/", **meta))

    def test_nobody_chooses_their_own_address(self) -> None:
        assert self.seen(REMOTE_ADDR="192.0.2.7", HTTP_X_FORWARDED_FOR="198.51.100.1") == "192.0.2.7"

    @override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=1)
    def test_a_proxy_is_believed_about_the_last_one(self) -> None:
        assert self.seen(REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR="203.0.113.9, 198.51.100.1") == "198.51.100.1"

    @override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=2)
    def test_a_proxy_that_says_too_little_breaks_nothing(self) -> None:
        assert self.seen(REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR="198.51.100.1") == "127.0.0.1"
        assert self.seen(REMOTE_ADDR="") == "0.0.0.0"  # noqa: S104

    def test_a_flood_of_names_does_not_push_limits_out(self) -> None:
        if "DatabaseCache" in settings.CACHES["default"]["BACKEND"]:
            assert settings.CACHES["default"]["OPTIONS"]["MAX_ENTRIES"] >= 100_000
