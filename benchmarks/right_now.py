"""How quick “right now” answers, and how large its answer is: python benchmarks/right_now.py [--update-readme]

In one process, by Django's test client, so without a server's share; on a database of its own in a folder that goes
afterwards. Every first tap in turn, with the gravest and the quietest of the other answers.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from table import update

ROOT = Path(__file__).resolve().parent.parent
TIMES, UNMEASURED = 10, 20
OTHERS = (
    {"safe": "no", "now": "not_using", "stage": "considering", "here": "neither", "me": "calm"},
    {"safe": "now", "now": "using", "stage": "returned", "here": "both", "me": "exhausted"},
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update-readme", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"ALLIES_DATA": folder, "DJANGO_SETTINGS_MODULE": "allies.settings"}
        sys.path.insert(0, str(ROOT))
        import django

        django.setup()
        said = _measured()
    print(said)
    if options.update_readme:
        update(ROOT / "README.md", said, "right-now")


def _measured() -> str:
    from django.conf import settings
    from django.core.management import call_command

    from allies.home.loading import load_helplines
    from allies.notebook.right_now import asks

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    call_command("load_content", verbosity=0)
    load_helplines(settings.CONTENT / "helplines.toml")
    given = [{"event": event, **others} for event in asks() for others in OTHERS]
    client, clock, processor, sizes = _signed_in(), list[float](), list[float](), list[int]()
    for number, taps in enumerate(given[:1] * UNMEASURED + given * TIMES):
        begun = time.perf_counter(), time.process_time()
        response = client.post("/now/", taps)
        ended = time.perf_counter(), time.process_time()
        if response.status_code != 200:
            raise SystemExit(f"{taps}: {response.status_code}")
        if number >= UNMEASURED:
            clock.append((ended[0] - begun[0]) * 1000)
            processor.append((ended[1] - begun[1]) * 1000)
            sizes.append(len(response.content))
    rows = [
        "| | p50 | p99 | of the processor, p50 | p99 | bytes, at most |",
        "|---|--:|--:|--:|--:|--:|",
        f"| an answer | {_two(clock)} | {_two(processor)} | {max(sizes):,} |",
        "",
        f"`python benchmarks/right_now.py` on {datetime.now(UTC):%Y-%m-%d}: {len(clock)} answers in one process "
        f"without a server; {os.cpu_count()} cores, Python {platform.python_version()}.",
    ]
    return "\n".join(rows)


def _two(times: list[float]) -> str:
    return f"{statistics.median(times):.1f} ms | {statistics.quantiles(times, n=100)[98]:.1f} ms"


def _signed_in() -> Any:
    from django.test import Client

    from allies.testing import MemberTestCase, make_member

    client = Client(SERVER_NAME="localhost")
    MemberTestCase.sign_in(SimpleNamespace(client=client), make_member())  # type: ignore[arg-type]
    return client


if __name__ == "__main__":
    main()
