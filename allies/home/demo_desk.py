"""What waits at the demo's desk: comments as their writers post them, what a member asks about, and who is on duty."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.db import transaction

from allies.answers.models import AnswerEdition, Comment
from allies.answers.posting import send
from allies.home.demo_cast import called
from allies.lib.source import SourceError, read_yaml
from allies.moderation.actions import report
from allies.moderation.actions.rota import add_shift

SHAPE = {"comments": {"answer", "by", "text"}, "reports": {"answer", "of", "by", "reason", "words"}}
TURN = timedelta(hours=12)


@transaction.atomic
def load_desk(path: Path, now: datetime) -> Counter[str]:
    """Post and report what stands in the file at `path`, and put its people on duty from this hour, every week.

    Comments are screened like any others: what waits for whom is for the site's policy to say.
    """
    given = _read(path)
    for row in given["comments"]:
        send(_answer(row, path), row["text"].strip(), by=called(row["by"], path), confirmed=True)
    for row in given["reports"]:
        comment = (
            Comment.objects.shown().filter(post=_answer(row, path).page_id, author=called(row["of"], path)).first()
        )
        if comment is None:
            raise SourceError(path, 1, f"{row['of']} has written nothing under “{row['answer']}”")
        report(comment, row["reason"], row["words"].strip(), by=called(row["by"], path))
    start = now.replace(minute=0, second=0, microsecond=0)
    for name in given["shifts"]:
        member = called(name, path)
        add_shift(member, start, start + TURN, weekly=True, by=member)
    return Counter({"things at the desk": len(given["comments"]) + len(given["reports"])})


def _read(path: Path) -> dict[str, list[Any]]:
    given = read_yaml(path)
    if not isinstance(given, dict) or set(given) != {*SHAPE, "shifts"}:
        raise SourceError(path, 1, "has “comments”, “reports” and “shifts”")
    for part, keys in SHAPE.items():
        for row in given[part]:
            if not isinstance(row, dict) or set(row) != keys:
                raise SourceError(path, 1, f"each of “{part}” has {', '.join(sorted(keys))}")
    return given


def _answer(row: dict[str, str], path: Path) -> AnswerEdition:
    found = AnswerEdition.objects.filter(slug=row["answer"]).first()
    if found is None:
        raise SourceError(path, 1, f"no answer stands at “{row['answer']}”")
    return found
