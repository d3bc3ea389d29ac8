"""How a mail server is named, and what is said about an address that is none."""

from __future__ import annotations

import pytest

from allies import env


@pytest.mark.parametrize(
    ("address", "host", "port", "tls", "ssl"),
    [
        ("smtp+tls://n:p@mail.example.org", "mail.example.org", 587, True, False),
        ("smtps://n:p@mail.example.org:4650", "mail.example.org", 4650, False, True),
        ("smtp://127.0.0.1", "127.0.0.1", 25, False, False),
    ],
)
def test_a_mail_server(
    address: str, host: str, port: int, tls: bool, ssl: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALLIES_EMAIL_URL", address)
    found = env.mail("EMAIL_URL")
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"]) == (host, port)
    assert (found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"]) == (tls, ssl)


def test_a_name_and_password_with_signs_in_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLIES_EMAIL_URL", "smtps://me%40example.org:a%2Fb@mail.example.org")
    found = env.mail("EMAIL_URL")
    assert (found["EMAIL_HOST_USER"], found["EMAIL_HOST_PASSWORD"]) == ("me@example.org", "a/b")


def test_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ALLIES_EMAIL_URL", raising=False)
    assert env.mail("EMAIL_URL") == {"EMAIL_HOST": ""}


@pytest.mark.parametrize(
    "address", ["mail.example.org", "imap://mail.example.org", "smtp://", "smtp://h:port", "smtp://h/x"]
)
def test_an_address_that_is_none_is_refused_without_its_password(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLIES_EMAIL_URL", address.replace("://", "://me:secret@"))
    with pytest.raises(SystemExit, match="ALLIES_EMAIL_URL must be an address such as") as said:
        env.mail("EMAIL_URL")
    assert "secret" not in str(said.value)
