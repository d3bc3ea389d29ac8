"""Answers and their comments from source files: the demo's way in, and that of a site that moves from elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import Q
from wagtail.models import Page

from allies.accounts.models import Member
from allies.answers.actions import post_comment
from allies.answers.models import AnswerPage, Comment, Topic
from allies.lib.blocks import body_from
from allies.lib.source import Source, SourceError, read_source, read_yaml

REQUIRED = ("id", "slug", "title", "summary", "asked_by", "asked", "author", "days_ago", "public", "topics")
OPTIONAL = ("questions", "pointers", "related", "comments")


@dataclass(frozen=True, slots=True)
class AnswerSource:
    source: Source
    body: list[dict[str, Any]]

    @property
    def code(self) -> str:
        return self.source.front["id"]


def read_answers(folder: Path) -> list[AnswerSource]:
    """Every answer in `folder`; SourceError at the first that cannot be read."""
    found = []
    for path in sorted(folder.glob("*.md")):
        source = read_source(path)
        source.known(required=REQUIRED, optional=OPTIONAL)
        source.slug(), source.text("title"), source.text("summary", limit=600), source.text("asked", limit=10_000)
        source.text("id", limit=100), source.text("asked_by", limit=30), source.text("author", limit=30)
        if type(source.front["public"]) is not bool or not _is_days(source.front["days_ago"]):
            raise source.refuse("“public” is true or false, “days_ago” a number", key="public")
        for key in ("topics", "questions", "pointers", "related", "comments"):
            if not isinstance(source.front.get(key) or [], list):
                raise source.refuse(f"“{key}” must be a list", key=key)
        for row in source.front.get("comments") or []:
            _check_comment(row, source)
        found.append(AnswerSource(source, body_from(source)))
    return found


def _is_days(value: Any) -> bool:
    return type(value) in {int, float} and 0 <= value < 36_500


def _check_comment(row: Any, source: Source, *, replies: bool = True) -> None:
    known = {"by", "text", "days_ago"}
    good = isinstance(row, dict) and known <= set(row) <= known | ({"replies"} if replies else set())
    if not (good and isinstance(row["by"], str) and isinstance(row["text"], str) and _is_days(row["days_ago"])):
        raise source.refuse(
            "each of “comments” has “by”, “text” and “days_ago”, a first one may have “replies”", key="comments"
        )
    for reply in row.get("replies") or []:
        _check_comment(reply, source, replies=False)


def load_topics(path: Path) -> int:
    rows = read_yaml(path)
    if not isinstance(rows, list) or not all(isinstance(row, dict) and set(row) == {"slug", "name"} for row in rows):
        raise SourceError(path, 1, "is a list of topics, each with “slug” and “name”")
    for row in rows:
        Topic.objects.update_or_create(slug=row["slug"], defaults={"name": row["name"]})
    return len(rows)


@transaction.atomic
def load_answers(folder: Path, index: Page, *, now: datetime) -> Counter[str]:
    """Create the answers in `folder` that are not there yet, with their comments. Days ago are counted from `now`."""
    done: Counter[str] = Counter()
    answers = [answer for answer in read_answers(folder) if not AnswerPage.objects.filter(code=answer.code).exists()]
    pages = {answer.code: index.add_child(instance=_page(answer, now)) for answer in answers}
    for answer in answers:
        page = pages[answer.code]
        page.related = [("answer", pages[code]) for code in answer.source.front.get("related") or [] if code in pages]
        page.save_revision().publish()
        done["answers"] += 1
        done["comments"] += sum(1 for _comment in _comments(answer, page, now))
    return done


def _page(answer: AnswerSource, now: datetime) -> AnswerPage:
    front, source = answer.source.front, answer.source
    author = Member.objects.named(front["author"]).first()
    if author is None:
        raise source.refuse(f"nobody is called “{front['author']}”", key="author")
    page = AnswerPage(
        code=answer.code,
        live=False,
        date=now - timedelta(days=front["days_ago"]),
        author=author,
        body=answer.body + _pointers(answer),
        questions=[("question", text) for text in front.get("questions") or []],
        **{name: front[name] for name in ("title", "slug", "summary", "asked_by", "asked", "public")},
    )
    topics = list(Topic.objects.filter(slug__in=front["topics"]))
    if len(topics) != len(front["topics"]):
        raise source.refuse("“topics” names one that is not in the list of topics", key="topics")
    page.topics = topics
    return page


def _pointers(answer: AnswerSource) -> list[dict[str, Any]]:
    found = []
    for code in answer.source.front.get("pointers") or []:
        page = Page.objects.filter(Q(lessonpage__code=code) | Q(modulepage__code=code)).first()
        if page is None:
            raise answer.source.refuse(f"no lesson or module has the id “{code}”", key="pointers")
        found.append({"type": "pointer", "value": page.pk})
    return found


def _comments(answer: AnswerSource, page: AnswerPage, now: datetime) -> Iterator[Comment]:
    for row in answer.source.front.get("comments") or []:
        first = _comment(row, answer, page, now, None)
        yield first
        for reply in row.get("replies") or []:
            yield _comment(reply, answer, page, now, first)


def _comment(
    row: dict[str, Any], answer: AnswerSource, page: AnswerPage, now: datetime, parent: Comment | None
) -> Comment:
    writer = Member.objects.named(row["by"]).first()
    if writer is None:
        raise answer.source.refuse(f"nobody is called “{row['by']}”", key="comments")
    at = now - timedelta(days=row["days_ago"])
    return post_comment(page.edition, row["text"].strip(), by=writer, parent=parent, at=at)
