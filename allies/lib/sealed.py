"""Words in the database that only their owner's key opens: AES-256-GCM, bound to the row, field and owner they are of.

    class Question(Owned):
        id = models.UUIDField(primary_key=True, default=uuid4)
        text = SealedText()          # question.text is plain in the program, and sealed in every row, copy and backup

The owner gives the keys: `sealing_key()` the newest with its number, `opening_key(number)` any. Whoever destroys an
owner's keys has destroyed the words, backups included. A row's key must be known before it is saved, as it is with
UUIDs: the words are bound to it, so that nobody can put one row's words into another.

Words cannot be looked for, ordered by or compared in the database, and `update()` does not take them: an attempt is an
error and not a leak.
"""

from __future__ import annotations

from dataclasses import dataclass
from secrets import token_bytes
from typing import Any, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.core import checks
from django.core.exceptions import FieldError
from django.db import models

FORM, NONCE, NUMBER = b"\x01", 12, 4  # the first byte; bytes of the nonce and of the key's number
HEAD = len(FORM) + NUMBER + NONCE


class UnreadableError(ValueError):
    """Sealed under a key that is no longer known, for another place, or altered."""


class Owner(Protocol):
    def sealing_key(self) -> tuple[int, bytes]: ...

    def opening_key(self, number: int) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Sealed:
    """What stands in the row. It says nothing when printed."""

    raw: bytes

    def __repr__(self) -> str:
        return "<sealed>"

    @property
    def number(self) -> int:
        """Of the key that opens it."""
        return int.from_bytes(self.raw[len(FORM) : len(FORM) + NUMBER])


def seal(text: str, number: int, key: bytes, bound_to: str) -> Sealed:
    """`key`: 32 bytes, with its `number`. `bound_to`: the place; whoever opens it must name the same."""
    head, nonce = FORM + number.to_bytes(NUMBER), token_bytes(NONCE)
    return Sealed(head + nonce + AESGCM(key).encrypt(nonce, text.encode(), head + bound_to.encode()))


def unseal(sealed: Sealed, key: bytes, bound_to: str) -> str:
    """Raises UnreadableError."""
    raw = sealed.raw
    if raw[: len(FORM)] != FORM:
        raise UnreadableError("These words were not sealed by this version of the site.")
    head = raw[: len(FORM) + NUMBER]
    try:
        return AESGCM(key).decrypt(raw[len(head) : HEAD], raw[HEAD:], head + bound_to.encode()).decode()
    except (InvalidTag, ValueError) as problem:
        raise UnreadableError("These words were altered, or are not of this row.") from problem


class SealedText(models.BinaryField):  # type: ignore[type-arg]
    """`owner`: the field that names whose key it is. Empty words are sealed too; null is null."""

    def __init__(self, *args: Any, owner: str = "member", **options: Any) -> None:
        super().__init__(*args, **options)
        self.owner = owner

    def deconstruct(self) -> Any:
        name, path, args, options = super().deconstruct()
        return name, path, args, options | ({} if self.owner == "member" else {"owner": self.owner})

    def check(self, **options: Any) -> list[checks.CheckMessage]:
        found = super().check(**options)
        key = self.model._meta.pk
        if key is not None and not key.has_default():
            hint = "Give the model a primary key with a default, such as UUIDField(primary_key=True, default=uuid4)."
            found.append(checks.Error("Sealed words need a row whose key is known first.", hint, self, "allies.E001"))
        return found

    def contribute_to_class(self, model: type[models.Model], name: str, private_only: bool = False) -> None:
        super().contribute_to_class(model, name, private_only)
        setattr(model, self.attname, _Words(self))

    def bound_to(self, row: models.Model) -> str:
        owner = getattr(row, row._meta.get_field(self.owner).attname)
        return f"{row._meta.label}.{self.name}:{row.pk}:{owner}"

    def opened(self, row: models.Model, sealed: Sealed) -> str:
        return unseal(sealed, getattr(row, self.owner).opening_key(sealed.number), self.bound_to(row))

    def pre_save(self, row: models.Model, add: bool) -> Sealed | None:
        """Under the newest key, each time with a nonce of its own; words that nobody has opened stay as they are."""
        value: str | Sealed | None = row.__dict__[self.attname]
        return value if value is None or isinstance(value, Sealed) else self.sealed(row, value)

    def sealed(self, row: models.Model, text: str) -> Sealed:
        number, key = getattr(row, self.owner).sealing_key()
        return seal(text, number, key, self.bound_to(row))

    def from_db_value(self, value: Any, *_of: Any) -> Sealed | None:
        return None if value is None else Sealed(bytes(value))

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        if value is not None and not isinstance(value, Sealed):
            raise FieldError(f"{self} is sealed: set it on a row and save that.")
        return super().get_db_prep_value(None if value is None else value.raw, connection, prepared)

    def get_lookup(self, name: str) -> Any:
        if name != "isnull":
            raise FieldError(f"{self} is sealed: nobody can look for it.")
        return super().get_lookup(name)

    def value_to_string(self, row: models.Model) -> str:
        raise FieldError(f"{self} is sealed: it is not written to fixtures.")


class _Words:
    """A row's words: opened when they are read first."""

    def __init__(self, field: SealedText) -> None:
        self.field = field

    def __get__(self, row: models.Model | None, _model: type[models.Model]) -> Any:
        if row is None:
            return self
        name = self.field.attname
        if name not in row.__dict__:  # deferred
            row.__dict__[name] = type(row)._base_manager.filter(pk=row.pk).values_list(name, flat=True).get()
        if isinstance(value := row.__dict__[name], Sealed):
            value = row.__dict__[name] = self.field.opened(row, value)
        return value

    def __set__(self, row: models.Model, value: str | Sealed | None) -> None:
        row.__dict__[self.field.attname] = value
