"""What the demo's members have asked the team privately, and the words that the team begins its replies with."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.timezone import get_default_timezone

from allies.accounts.models import Member
from allies.answers import about, answering, asking, following_up
from allies.answers.models import AskPolicy, Message, Note, Question, StockParagraph
from allies.answers.telling import read_question
from allies.home.demo_cast import called
from allies.inbox.models import Notice
from allies.lib.source import SourceError, read_yaml

WORDS = {"situation", "tried", "hope"}
SHAPE = {
    "questions": {"by", "hours_ago", "about", "may_share", "letters", *WORDS},
    "paragraphs": {"title", "text"},
}
LETTER = {"by", "hours_ago", "text"}


@transaction.atomic
def load_questions(path: Path, now: datetime) -> Counter[str]:
    """Ask and answer what stands in the file at `path`, as long before `now` as it says. What is there stays."""
    given, done = _read(path), Counter[str]()
    for row in given["questions"]:
        asker = called(row["by"], path)
        if all(each.situation != row["situation"] for each in Question.objects.of(asker).sent()):
            _ask(row, asker, path, now)
            done["private questions"] += 1
    for row in given["paragraphs"]:
        StockParagraph.objects.get_or_create(title=row["title"], defaults={"text": row["text"]})
    following_up.ask_due(now)
    return done


def _ask(row: dict[str, Any], asker: Member, path: Path, now: datetime) -> None:
    """By the same verbs as on the site; only the moments are moved."""
    given = {name: row[name] for name in (*WORDS, "may_share")} | {"about": about.kept(row["about"])}
    draft = asking.keep_draft(given, by=asker)
    if draft is None:
        raise SourceError(path, 1, f"{row['by']} asks without words")
    question = asking.send(draft, by=asker)
    sent_at = _ago(row, now)
    moved: dict[str, Any] = {"sent_at": sent_at, "due_at": _due(sent_at, question)}
    seen = ""
    for letter in row["letters"]:
        writer, at = called(letter["by"], path), _ago(letter, now)
        if writer == asker:
            read_question(asker, question)  # whoever writes back has read what came
            message = asking.write(question, letter["text"].strip(), by=asker)
            moved |= {"waiting_since": None, "due_at": _due(at, question)}
        else:
            answering.claim(question, by=writer)
            message = answering.reply(question, letter["text"].strip(), by=writer, seen=seen)
            moved |= {"waiting_since": at, "claimed_at": moved.get("claimed_at", at)}
            moved["answered_at"] = moved.get("answered_at", at)
        seen = str(message.pk)
        Message.objects.filter(pk=message.pk).update(sent_at=at)
        Notice.objects.of(asker).filter(key=f"message:{message.pk}").update(made_at=at)
        if "note" in row and writer != asker:
            note = answering.note(question, row["note"], by=writer)
            Note.objects.filter(pk=note.pk).update(made_at=at)
    Question.objects.filter(pk=question.pk).update(**moved)


def _due(at: datetime, question: Question) -> datetime:
    return AskPolicy.current().due(at, question.urgent, get_default_timezone())


def _ago(row: dict[str, Any], now: datetime) -> datetime:
    return now - timedelta(hours=row["hours_ago"])


def _read(path: Path) -> dict[str, list[Any]]:
    given = read_yaml(path)
    if not isinstance(given, dict) or set(given) != set(SHAPE):
        raise SourceError(path, 1, "has “questions” and “paragraphs”")
    for part, keys in SHAPE.items():
        for row in given[part]:
            if not isinstance(row, dict) or set(row) - {"note"} != keys:
                raise SourceError(path, 1, f"each of “{part}” has {', '.join(sorted(keys))}")
            if any(set(letter) != LETTER for letter in row.get("letters", ())):
                raise SourceError(path, 1, f"each letter has {', '.join(sorted(LETTER))}")
    return given
