"""A member's records as she would read them on paper: without keys and without what is empty."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext

from allies.accounts.exporting import Part, account, parts_of
from allies.accounts.models import Member
from allies.accounts.owned import Owned

MOST = 150  # records of one kind; 2,000 of ten lines took 700 MB to set
Lines = list[tuple[str, str]]


def as_html(member: Member, *, at: datetime) -> str:
    """A whole document; `allies.lib.pdf` sets it."""
    context = {
        "site_title": settings.SITE_TITLE,
        "made": _moment(at),
        "account": _lines(account(member), None),
        "parts": list(_parts(member)),
    }
    return render_to_string("accounts/my_data_print.html", context)


def _parts(member: Member) -> Iterator[tuple[Any, list[Lines], bool]]:
    """Each with whether there are more than could be set in a small server's memory."""
    for part in parts_of(member):
        rows = deque((lines for row in part.rows if (lines := _lines(row, part))), maxlen=MOST + 1)
        if rows:
            yield part.title, list(rows)[-MOST:], len(rows) > MOST


def _lines(row: dict[str, Any], part: Part | None) -> Lines:
    model = part.model if part else None
    if model and issubclass(model, Owned) and (read := model.read_as(row)) is not None:
        return read
    fields = {field.name: field for field in model._meta.fields} if model else {}
    shown = ((name, _words(value, fields.get(name))) for name, value in row.items())
    return [(_label(name, fields.get(name)), words) for name, words in shown if words]


def _label(name: str, field: Any) -> str:
    return capfirst(str(field.verbose_name if field else name.replace("_", " ")))


def _words(value: Any, field: Any) -> str:
    """Nothing for what is empty, for keys, and for the digests and numbers that lead to other rows."""
    if value in (None, "", [], {}) or isinstance(field, models.UUIDField) or (field and field.primary_key):
        return ""
    if field and field.is_relation and field.related_model is not Member:
        return ""
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if field and field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, models.DateTimeField) or (field is None and _is_moment(value)):
        return _moment(datetime.fromisoformat(value))
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value)


def _is_moment(value: Any) -> bool:
    return isinstance(value, str) and len(value) >= 20 and value.endswith("Z") and value[10] == "T"


def _moment(value: datetime) -> str:
    return date_format(localtime(value), "j F Y, H:i")
