from __future__ import annotations

from email import message_from_bytes
from pathlib import Path

import pytest
from django.core.mail import EmailMessage
from django.test import override_settings

from allies.lib import mail


def test_the_demo_prints_letters_and_keeps_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with override_settings(EMAIL_BACKEND=mail.DEMO, EMAIL_HOST="", DATA=tmp_path):
        assert mail.is_set_up()
        for _time in range(2):
            assert EmailMessage("A new note", "Something is waiting.", to=["alice@example.org"]).send() == 1
    kept = sorted((tmp_path / "mail").iterdir())
    assert len(kept) == 2
    assert message_from_bytes(kept[0].read_bytes())["Subject"] == "A new note"
    assert capsys.readouterr().err.count("Something is waiting.") == 2


@override_settings(EMAIL_HOST="")
def test_without_a_mail_server_there_is_no_other_way_out() -> None:
    assert not mail.is_set_up()
