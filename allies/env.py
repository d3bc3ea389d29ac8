"""What an operator sets from outside: every `ALLIES_*` name, its default and its reader. Documented in docs/configuration.md."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path


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
        with suppress(FileExistsError), os.fdopen(os.open(kept_in, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(48))
        return kept_in.read_text()
    except OSError as error:
        raise SystemExit(f"Allies cannot read or write {kept_in}: {error.strerror}.") from error
