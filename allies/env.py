"""What an operator sets from outside, read name by name (docs/configuration.md): a wrong value ends in one sentence."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo


def text(name: str, default: str = "") -> str:
    return os.environ.get(f"ALLIES_{name}", default).strip()


def flag(name: str, default: bool = False) -> bool:
    value = text(name).lower()
    if value in {"", "0", "no", "false", "off"}:
        return default if value == "" else False
    if value in {"1", "yes", "true", "on"}:
        return True
    raise SystemExit(f"ALLIES_{name} must be yes or no, not “{value}”.")


def number(name: str, default: int) -> int:
    value = text(name)
    if not value:
        return default
    if not value.isdecimal():
        raise SystemExit(f"ALLIES_{name} must be a whole number, not “{value}”.")
    return int(value)


def origin(name: str, default: str) -> str:
    """Scheme and host, with the port if it is not the usual one, and nothing behind it."""
    value = text(name) or default
    with suppress(ValueError):
        parts = urlsplit(value)
        _port = parts.port  # raises when it is none
        if (
            parts.scheme in {"http", "https"}
            and parts.hostname
            and parts.path in {"", "/"}
            and not parts.query + parts.fragment
        ):
            return f"{parts.scheme}://{parts.netloc}"
    raise SystemExit(f"ALLIES_{name} must be an address such as https://notes.example.org, not “{value}”.")


def zone(name: str, default: str) -> str:
    value = text(name) or default
    try:
        return value if value == default else ZoneInfo(value).key
    except (ValueError, LookupError, OSError):
        raise SystemExit(f"ALLIES_{name} must be a time zone such as America/New_York, not “{value}”.") from None


def database(name: str, default: str) -> dict[str, Any]:
    """What Django wants to know of the database, whose connections stay open. A refusal never repeats its password."""
    import dj_database_url

    try:
        return dict(dj_database_url.parse(text(name) or default, conn_max_age=None))
    except (ValueError, LookupError):
        raise SystemExit(
            f"ALLIES_{name} must be an address such as postgres://name:password@127.0.0.1/allies."
        ) from None


def mail(name: str) -> dict[str, Any]:
    """How letters leave: Django's settings for a mail server, or none. A refusal never repeats the password."""
    ports = {"smtp": 25, "smtp+tls": 587, "smtps": 465}
    value = text(name)
    if not value:
        return {"EMAIL_HOST": ""}
    with suppress(ValueError):
        parts = urlsplit(value)
        port = parts.port  # raises when it is none
        if parts.scheme in ports and parts.hostname and parts.path in {"", "/"} and not parts.query + parts.fragment:
            return {
                "EMAIL_HOST": parts.hostname,
                "EMAIL_PORT": port or ports[parts.scheme],
                "EMAIL_HOST_USER": unquote(parts.username or ""),
                "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
                "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
                "EMAIL_USE_SSL": parts.scheme == "smtps",
            }
    raise SystemExit(f"ALLIES_{name} must be an address such as smtp+tls://name:password@mail.example.org.")


def words(name: str, default: str = "") -> list[str]:
    return [word for word in text(name, default).replace(",", " ").split() if word]


def folder(name: str, default: Path) -> Path:
    return Path(text(name) or default).expanduser().resolve()


def secret(name: str, kept_in: Path) -> str:
    """The secret named, or one made once and kept in the data folder, readable by its owner alone."""
    if value := text(name):
        return value
    try:
        kept_in.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with (
            suppress(FileExistsError),
            os.fdopen(os.open(kept_in, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file,
        ):
            file.write(secrets.token_urlsafe(48))
        return kept_in.read_text()
    except OSError as error:
        raise SystemExit(f"Allies cannot read or write {kept_in}: {error.strerror}.") from error
