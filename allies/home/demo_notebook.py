"""A month in the notebook of one of the demo's members, by the verbs of the site; only the moments are moved."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.utils.timezone import get_current_timezone, localtime

from allies.accounts.models import Member
from allies.home.demo_cast import called
from allies.lib.source import SourceError, read_yaml
from allies.notebook import keeping
from allies.notebook.entries import key_of_the_one
from allies.notebook.kinds import KINDS
from allies.notebook.kinds.kind import Kind
from allies.notebook.models import Entry, Given

BESIDE = {"kind", "days_ago", "chosen", "counted"}  # keys of an entry that are no fields of its form
HOURS = {"morning": 9, "afternoon": 15, "evening": 20, "night": 3}


@transaction.atomic
def load_notebook(path: Path, now: datetime) -> Counter[str]:
    """Write down what stands in the file at `path`. A member who has notes keeps hers as they are."""
    given = read_yaml(path)
    if not isinstance(given, dict) or set(given) != {"by", "entries"}:
        raise SourceError(path, 1, "has “by” and “entries”")
    member = called(given["by"], path)
    done = Counter[str]()
    if Entry.objects.of(member).exists():
        return done
    for row in given["entries"]:
        _write(row, member, path, localtime(now).date())
        done["notes"] += 1
    return done


def _write(row: dict[str, Any], member: Member, path: Path, today: date) -> None:
    kind = KINDS.get(row.get("kind", ""))
    if kind is None or not isinstance(row.get("days_ago"), int) or set(row) - BESIDE - set(kind.form.base_fields):
        raise SourceError(path, 1, f"not an entry: {row}")
    day = today - timedelta(days=row["days_ago"])
    key = key_of_the_one(member, kind) if kind.only else uuid4()
    fields = _fields(row, kind, day)
    form = kind.form(fields)
    if not form.is_valid():
        raise SourceError(path, 1, f"{row}: {dict(form.errors)}")
    keeping.keep(kind, key, fields, by=member, opened=None, new=True)
    if "counted" in row:
        marks = [f"{uuid4()} {today - timedelta(days=ago)} {int(kept)}" for ago, kept in row["counted"].items()]

        def counted(before: Given) -> Given:
            return before | {"tally": marks}

        keeping.change(kind, key, counted, by=member)
    if row.get("chosen"):
        keeping.choose(kind, key, by=member)
    at = datetime.combine(day, time(HOURS.get(str(row.get("hour")), 12)), get_current_timezone())
    Entry.objects.of(member).filter(pk=key).update(made_at=at, changed_at=at)


def _fields(row: dict[str, Any], kind: Kind, day: date) -> Given:
    fields: Given = {"day": day.isoformat()} if "day" in kind.form.base_fields else {}
    for name, value in row.items():
        if name not in BESIDE:
            fields[name] = [str(each) for each in value] if isinstance(value, list) else str(value)
    return fields
