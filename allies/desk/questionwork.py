"""What whoever answers sees of one question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from allies.accounts.models import Member, Role
from allies.answers import about
from allies.answers.models import Message, Question
from allies.answers.quoting import WRITING
from allies.answers.second_readings import READING
from allies.desk import asked
from allies.desk.keys import named
from allies.language import check
from allies.lib.urgent_help import is_urgent, keys_of

FIRST_WORDS = 120  # characters of a question in a list


@dataclass(frozen=True, slots=True)
class Row:
    """One question in a list."""

    question: Question
    words: str
    mine: bool

    @classmethod
    def of(cls, question: Question, reader: Member) -> Self:
        return cls(question, first_words(question), question.owner_id == reader.pk)


def first_words(question: Question) -> str:
    text = " ".join(question.situation[: 4 * FIRST_WORDS].split())
    return f"{text[:FIRST_WORDS]}…" if len(text) > FIRST_WORDS else text


@dataclass(frozen=True, slots=True)
class Danger:
    """What kinds the words tell of, the gravest first; computed whenever somebody reads, and kept nowhere."""

    kinds: list[str]
    minutes_matter: bool


def danger_in(question: Question, letters: list[Message]) -> Danger:
    """In the asker's own words, those of her letters too."""
    theirs = [letter.text for letter in letters if letter.by_id == question.member_id]
    texts = [question.situation, question.tried, question.hope, *theirs]
    found = [each for text in texts for each in check(text, writer=question.member.pseudonym)]
    return Danger(named(keys_of(found)), is_urgent(found))


def question_context(reader: Member, question: Question, now: datetime) -> dict[str, Any]:
    letters, begun = asked.thread(question), asked.drafts(question)
    mine, open_ = question.owner_id == reader.pk, question.closed_at is None
    writing = [each for each in begun if each.by_id != reader.pk]
    writers = {each.by_id for each in writing}
    return {
        "place": "desk",
        "question": question,
        "asker": question.member,
        "mine": mine,
        "writes": reader.role in WRITING,
        "reads_twice": reader.role in READING,
        "open_still": open_,
        "over": open_ and asked.may_take_over(question, reader, now),
        "gives": open_ and (mine or reader.role == Role.EDITOR),
        "danger": danger_in(question, letters),
        "told": about.named(question.about),
        "letters": letters,
        "seen": letters[-1].pk if letters else "",
        "draft": next((each for each in begun if each.by_id == reader.pk), None),
        "writing": writing,
        "lookers": [each for each in asked.lookers(question, reader, now) if each.by_id not in writers],
        "notes": asked.notes(question),
        "earlier": [(each, first_words(each)) for each in asked.earlier(question)],
    }
