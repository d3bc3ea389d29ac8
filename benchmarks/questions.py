"""How quick the desk is with many questions: python benchmarks/questions.py [--update-readme] [--questions N]

In one process, by Django's test client, so without a server's share; on a database of its own in a folder that goes
afterwards. Half of the questions are open. 200 claims come from 50 threads, two for each of 100 questions.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from table import update

ROOT = Path(__file__).resolve().parent.parent
MEMBERS, TEAM, TIMES, CLAIMS, THREADS = 2000, 20, 300, 200, 50
WORDS = "He came in late again and left a coin on the kitchen window, and I did not know what to say to him. " * 6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update-readme", action="store_true")
    parser.add_argument("--questions", type=int, default=20_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"ALLIES_DATA": folder, "DJANGO_SETTINGS_MODULE": "allies.settings"}
        sys.path.insert(0, str(ROOT))
        import django

        django.setup()
        said = _measured(options.questions)
    print(said)
    if options.update_readme:
        update(ROOT / "README.md", said, "questions")


def _measured(count: int) -> str:
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    team = _seed(count)
    rows = ["| | p50 | p99 | of the processor, p50 | p99 |", "|---|--:|--:|--:|--:|"]
    client = _signed_in(team[0])
    for name, path in _pages(count):
        rows.append(f"| {name} | {' | '.join(f'{figure:.1f} ms' for figure in _timed(client, path))} |")
    return "\n".join([*rows, "", f"{_claimed(team)} {_facts(count)}"])


def _seed(count: int) -> list[Any]:
    from django.db import transaction

    from allies.accounts.models import Role
    from allies.answers.models import Message, Question, StockParagraph
    from allies.testing import make_member

    chance, now = random.Random(4), datetime.now(UTC)
    with transaction.atomic():
        members = [make_member() for _ in range(MEMBERS)]
        team = [make_member(role=Role.WRITER) for _ in range(TEAM)]
        StockParagraph.objects.bulk_create([StockParagraph(title=f"Paragraph {n}", text="Words.") for n in range(8)])
        questions = [_question(number, members, team, chance, now) for number in range(count)]
        Question.objects.bulk_create(questions, batch_size=500)
        given = [{"question": each, "member": each.member, "by": each.owner} for each in questions if each.answered_at]
        Message.objects.bulk_create(
            [Message(**each, text=WORDS, sent_at=each["question"].answered_at) for each in given], batch_size=500
        )
    return team


def _question(number: int, members: list[Any], team: list[Any], chance: random.Random, now: datetime) -> Any:
    from allies.answers.models import Question

    sent = now - timedelta(minutes=chance.randrange(60 * 24 * 6))
    answered = sent + timedelta(hours=1) if number % 4 else None
    return Question(
        member=members[number % MEMBERS],
        situation=WORDS,
        tried=WORDS,
        hope=WORDS,
        about="partner\nalcohol",
        urgent=number % 20 == 0,
        sent_at=sent,
        due_at=sent + timedelta(days=4),
        owner=team[number % TEAM] if answered else None,
        claimed_at=answered,
        answered_at=answered,
        waiting_since=answered if number % 4 == 1 else None,
        closed_at=answered if number % 4 > 1 else None,
    )


def _pages(count: int) -> list[tuple[str, Callable[[int], str]]]:
    from allies.answers.models import Question

    keys = list(Question.objects.values_list("pk", flat=True)[:: max(1, count // TIMES)])
    tabs = ("new", "mine", "soon", "late", "asker", "open")
    return [
        ("the list, in its tabs", lambda n: f"/desk/questions/?show={tabs[n % len(tabs)]}"),
        ("the list, far back", lambda n: f"/desk/questions/?show=open&page={count // 40 - n % 20}"),
        ("a question", lambda n: f"/desk/questions/{keys[n % len(keys)]}/"),
        ("the overview", lambda _n: "/desk/"),
    ]


def _signed_in(member: Any) -> Any:
    from django.test import Client

    from allies.testing import MemberTestCase

    client = Client(SERVER_NAME="localhost")
    MemberTestCase.sign_in(SimpleNamespace(client=client), member)  # type: ignore[arg-type]
    return client


def _timed(client: Any, path: Callable[[int], str]) -> list[float]:
    """Milliseconds that half and 99 of 100 take at most: by the clock, then of the processor alone."""
    took: tuple[list[float], list[float]] = ([], [])
    for number in range(-10, TIMES):
        begun = time.perf_counter(), time.process_time()
        response = client.get(path(number % TIMES))
        ended = time.perf_counter(), time.process_time()
        if response.status_code != 200:
            raise SystemExit(f"{path(number % TIMES)}: {response.status_code}")
        if number >= 0:
            for times, first, last in zip(took, begun, ended, strict=True):
                times.append((last - first) * 1000)
    return [figure for times in took for figure in (statistics.median(times), statistics.quantiles(times, n=100)[98])]


def _claimed(team: list[Any]) -> str:
    from django.db import connections

    from allies.answers import answering
    from allies.answers.models import Question

    free = list(Question.objects.new().select_related("member")[: CLAIMS // 2])

    def claim(number: int) -> tuple[bool, float]:
        begun = time.perf_counter()
        got = answering.claim(free[number // 2], by=team[number % TEAM])
        return got, (time.perf_counter() - begun) * 1000

    def some(numbers: range) -> list[tuple[bool, float]]:
        try:
            return [claim(number) for number in numbers]
        finally:
            connections.close_all()

    begun = time.perf_counter()
    with ThreadPoolExecutor(THREADS) as pool:
        each = [range(first, CLAIMS, THREADS) for first in range(THREADS)]
        outcomes = [outcome for found in pool.map(some, each) for outcome in found]
    whole, won = time.perf_counter() - begun, sum(got for got, _took in outcomes)
    slowest = statistics.quantiles([took for _got, took in outcomes], n=100)[98]
    return (
        f"{CLAIMS} claims from {THREADS} threads at {len(free)} questions: {won} got one, {CLAIMS - won} were told "
        f"that somebody was quicker; all of it in {whole:.1f} s, p99 of a claim {slowest:,.0f} ms."
    )


def _facts(count: int) -> str:
    from django.db import connection

    return (
        f"`python benchmarks/questions.py` on {datetime.now(UTC):%Y-%m-%d}: {count:,} questions of {MEMBERS:,} "
        f"members, half of them open, in one process without a server; {connection.vendor}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}."
    )


if __name__ == "__main__":
    main()
