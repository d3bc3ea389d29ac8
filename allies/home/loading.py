"""From the content folder to what readers see: all is read and refused first, then all is written at once."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Page

from allies.home.models import HelpLine, PlainPage, ShippedHelpLine
from allies.lib.blocks import body_from
from allies.lib.loaded import digest, put_page
from allies.lib.source import Source, SourceError, read_source

# a key of the file, and the column that holds it
COLUMNS = {
    "country": "country",
    "kind": "kind",
    "label": "label",
    "number": "number",
    "text": "text_number",
    "text_words": "text_words",
    "address": "address",
    "hours": "hours",
    "note": "note",
    "source": "source",
}


def read_helplines(path: Path) -> list[HelpLine]:
    """The lines of the file at `path`, unsaved and checked; SourceError names file, line and reason of a fault."""
    try:
        text = path.read_text(encoding="utf-8")
        tables = tomllib.loads(text)
    except OSError as error:
        raise SourceError(path, 1, f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise SourceError(path, error.object[: error.start].count(b"\n") + 1, "is not UTF-8 text") from error
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        raise SourceError(path, int(at[1]) if at else text.count("\n") + 1, f"is not TOML: {error}") from error
    entries = tables.get("line")
    if set(tables) != {"line"} or not isinstance(entries, list) or not all(isinstance(each, dict) for each in entries):
        raise SourceError(path, 1, "holds [[line]] tables and nothing else")
    starts = [number for number, line in enumerate(text.splitlines(), 1) if re.match(r"\s*\[\[\s*line\s*\]\]", line)]
    lines: list[HelpLine] = []
    for place, entry in enumerate(entries, 1):
        start = starts[place - 1] if len(starts) == len(entries) else 1
        lines.append(_checked(entry, place, SourceError(path, start, "")))
        if any(line.shipped_as == entry["id"] for line in lines[:-1]):
            raise SourceError(path, start, f"“{entry['id']}” stands twice")
    return lines


def _checked(entry: dict[str, Any], place: int, at: SourceError) -> HelpLine:
    def refusal(reason: str) -> SourceError:
        return SourceError(at.path, at.line, reason)

    for key, value in entry.items():
        if key != "id" and key not in COLUMNS:
            raise refusal(f"“{key}” is not a key here; known are {', '.join(['id', *COLUMNS])}")
        if not isinstance(value, str):
            raise refusal(f"“{key}” must be text in quotation marks")
    if not entry.get("id"):
        raise refusal("“id” is missing")
    values = {COLUMNS[key]: value for key, value in entry.items() if key != "id"}
    line = HelpLine(place=place, shipped_as=entry["id"], **values)
    try:
        line.full_clean(validate_unique=False, validate_constraints=False)
    except ValidationError as error:
        names = {column: key for key, column in COLUMNS.items()} | {"shipped_as": "id"}
        faults = [
            " ".join(reasons) if field == "__all__" else f"“{names.get(field, field)}”: {' '.join(reasons)}"
            for field, reasons in error.message_dict.items()
        ]
        raise refusal("; ".join(faults)) from error
    return line


@transaction.atomic
def load_helplines(path: Path) -> Counter[str]:
    """Add the file's lines. One that an operator has changed or deleted since it was shipped stays so."""
    done: Counter[str] = Counter()
    shipped = {row.key: row for row in ShippedHelpLine.objects.all()}
    here = {row.shipped_as: row for row in HelpLine.objects.exclude(shipped_as=None)}
    for line in read_helplines(path):
        key, print_of = str(line.shipped_as), _fingerprint(line)
        before, row = shipped.get(key), here.get(key)
        if before is not None and (row is None or _fingerprint(row) != before.fingerprint):
            done["left as the operator has them"] += 1
            continue
        if before is not None and before.fingerprint == print_of:
            done["unchanged"] += 1
            continue
        if row is not None:
            line.pk = row.pk
        line.save()
        ShippedHelpLine.objects.update_or_create(key=key, defaults={"fingerprint": print_of})
        done["created" if row is None else "updated"] += 1
    return done


def _fingerprint(line: HelpLine) -> str:
    values = [line.place, *(getattr(line, column) for column in COLUMNS.values())]
    return hashlib.sha256(json.dumps(values).encode()).hexdigest()


def read_page(path: Path) -> tuple[Source, list[dict[str, Any]]]:
    source = read_source(path)
    source.known(required=("id", "slug", "title", "summary", "version"))
    source.slug(), source.text("id", limit=100), source.text("title"), source.text("summary", limit=300)
    source.text("version", limit=20)
    body = body_from(source)
    if not body:
        raise source.refuse("has no body", line=source.body_line)
    return source, body


@transaction.atomic
def load_pages(folder: Path, parent: Page) -> Counter[str]:
    """Create or update the plain pages under `parent` from the Markdown files in `folder`."""
    if not folder.is_dir():
        raise SourceError(folder, 1, "is not a folder")
    read = [read_page(path) for path in sorted(folder.glob("*.md"))]
    for key in ("id", "slug"):
        seen: set[str] = set()
        for source, _body in read:
            if source.front[key] in seen:
                raise source.refuse(f"“{key}” {source.front[key]} stands in another page too", key=key)
            seen.add(source.front[key])
    done: Counter[str] = Counter()
    for source, body in read:
        fields = {name: source.front[name] for name in ("slug", "title", "summary", "version")} | {"body": body}
        known_by = {"code": source.front["id"], "source_digest": digest(source.path)}
        _page, what = put_page(PlainPage, parent, **known_by, fields=fields)
        done[what] += 1
    return done
