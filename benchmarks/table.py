"""The figures as people read them: on the terminal, and as the table in the README."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

PAGES = "benchmark"  # the marks around the table of pages in the README; the words check has "words"


def facts(scale: int, seconds: int) -> dict[str, Any]:
    """What the figures hang on. No name and no path of the machine."""
    command = "python benchmarks/thread_page.py" + (f" --scale {scale}" if scale > 1 else "")
    return {
        "command": command + (f" --duration {seconds}" if seconds != 10 else ""),
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "django": version("django"),
        "granian": version("granian"),
        "scale": scale,
    }


def markdown(run: dict[str, Any], before: dict[str, Any] | None = None) -> str:
    """`before`: the run at a smaller scale that this one is compared with."""
    rows = [["page", "requests a second", "share of the floor", "p50", "p99", "bytes", "gzip"]]
    rows += [_row(page) for page in [*run["pages"], run["floor"]]]
    if before is not None:
        ratios = [f"{ratio:.2f}" for ratio in slower(run, before).values()]
        rows = [[*row, cell] for row, cell in zip(rows, ["times slower", *ratios, ""], strict=True)]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    lines.insert(1, "|---" + "|--:" * (len(rows[0]) - 1) + "|")
    facts = run["facts"]
    said = (
        f"`{facts['command']}` on {facts['date']}: one core for the server, one for wrk with 16 connections; "
        f"{run['members']:,} members, {run['posts']:,} posts, {run['comments']:,} comments; {facts['cores']} cores, "
        f"Python {facts['python']}, Django {facts['django']}, granian {facts['granian']}. The floor is about the "
        f"least work that Django can do for such a page (`benchmarks/floor.py`), measured in turns with each. "
        f"The thread page with its stylesheet and scripts takes {run['whole_page'] / 1000:.1f} KB compressed; "
        f"the server holds {run['memory']:.0f} MB."
    )
    return "\n".join([*lines, "", said])


def slower(run: dict[str, Any], before: dict[str, Any]) -> dict[str, float]:
    """How many times slower than `before` each page is, each measured against the floor of its own run."""
    shares = {page["name"]: page["share"] for page in before["pages"]}
    return {page["name"]: shares[page["name"]] / page["share"] for page in run["pages"]}


def update(readme: Path, table: str, marks: str = PAGES) -> None:
    """Set `table` between the lines <!-- MARKS:begin --> and <!-- MARKS:end -->."""
    begin, end = f"<!-- {marks}:begin -->", f"<!-- {marks}:end -->"
    text = readme.read_text() if readme.exists() else ""
    if text.count(begin) != 1 or text.count(end) != 1:
        raise SystemExit(f"{readme.name} needs the lines {begin} and {end}, once each; the table goes between them.")
    head, rest = text.split(begin)
    readme.write_text(f"{head}{begin}\n{table}\n{end}{rest.split(end)[1]}")


def _row(page: dict[str, Any]) -> list[str]:
    speed = [f"{page['a_second']:,.0f}", f"{page['share']:.0%}", f"{page['p50']:.1f} ms", f"{page['p99']:.1f} ms"]
    return [page["name"], *speed, *(f"{page[kind]:,}" if page[kind] else "–" for kind in ("plain", "compressed"))]
