from __future__ import annotations

from io import StringIO

import pytest
from django.core import mail as sent
from django.core.management import call_command
from django.core.management.base import BaseCommand
from pytest_django import Settings

from allies.lib import mail
from allies.lib.checks import letters_do_not_name_the_site


@pytest.mark.parametrize(
    ("sender", "domain"),
    [
        ("Notes <notes@quiet.example.com>", "quiet.example.com"),
        ("notes@quiet.example.com", "quiet.example.com"),
        ("Notes <notes@stille.xn--mnchen-3ya.example>", "stille.xn--mnchen-3ya.example"),
        ("Notes <notes@münchen.example>", "xn--mnchen-3ya.example"),
        ("notes", "localhost"),
    ],
)
def test_a_letters_key_names_the_senders_domain(sender: str, domain: str, settings: Settings) -> None:
    settings.DEFAULT_FROM_EMAIL, settings.ORIGIN = sender, "https://families.example.org"
    assert mail.send_each(["a@example.net", "b@example.net"], "A note", "Something waits.") == 2
    letters = [letter.message() for letter in sent.outbox]
    keys = [str(letter["Message-ID"]) for letter in letters]
    assert all(key.endswith(f"@{domain}>") for key in keys), keys
    assert len(set(keys)) == 2
    assert not any("families" in letter.as_string() for letter in letters)


@pytest.mark.parametrize(
    ("secure", "host", "sender", "warned"),
    [
        (True, "mail.example.org", "", True),
        (True, "mail.example.org", "Notes <notes@example.com>", False),
        (True, "", "", False),
        (False, "mail.example.org", "", False),
    ],
)
def test_a_sender_that_nobody_chose(secure: bool, host: str, sender: str, warned: bool, settings: Settings) -> None:
    settings.SECURE, settings.EMAIL_HOST, settings.EMAIL_FROM = secure, host, sender
    assert [warning.id for warning in letters_do_not_name_the_site()] == ["allies.W002"] * warned
    errors = StringIO()
    BaseCommand(stderr=errors).check(tags=["letters"], include_deployment_checks=True)
    assert ("ALLIES_EMAIL_FROM" in errors.getvalue()) is warned


def test_it_is_one_of_the_checks_before_going_live(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    settings.SECURE, settings.EMAIL_HOST, settings.EMAIL_FROM = True, "mail.example.org", ""
    call_command("check", deploy=True, tags=["letters"])
    assert "allies.W002" in capsys.readouterr().err
