"""How right and how fast the request check is: python benchmarks/request_check.py [--update-readme] [--set FILE]

The held-out set (`benchmarks/requests/held-out.txt`) is our own. It was written before the rules; none was mended by
what it shows. `--set` takes another: lines as in it, or .jsonl with {"id", "text", "elements"} a line.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from table import update

from allies.craft.requesting import ELEMENTS, request_check
from allies.craft.requesting.examples import Example, read_examples

ROOT = Path(__file__).resolve().parent.parent
HELD_OUT = ROOT / "benchmarks" / "requests" / "held-out.txt"
WORDS, TURNS = 100, 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update-readme", action="store_true")
    parser.add_argument("--set", type=Path, default=HELD_OUT)
    options = parser.parse_args()
    examples = list(_rows(options.set) if options.set.suffix == ".jsonl" else read_examples(options.set))
    said = f"{scores(examples)}\n\n{_speed(examples)} {_facts(options.set)}"
    print(said)
    if options.update_readme:
        update(ROOT / "README.md", said, "requests")


def _rows(path: Path) -> Iterator[Example]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Example(frozenset(name for name, there in row["elements"].items() if there), row["text"])


def scores(examples: list[Example]) -> str:
    """A table: precision, recall and F1 of each element, and the mean of F1."""
    got = [{name for name, one in request_check(each.text).elements.items() if one.present} for each in examples]
    lines = ["| | precision | recall | F1 | messages |", "|---|--:|--:|--:|--:|"]
    measures = []
    for name in ELEMENTS:
        right = sum(name in found and name in each.elements for found, each in zip(got, examples, strict=True))
        seen, there = sum(name in found for found in got), sum(name in each.elements for each in examples)
        measures.append(2 * right / max(1, seen + there))
        lines.append(
            f"| {name} | {right / max(1, seen):.3f} | {right / max(1, there):.3f} | {measures[-1]:.3f} | {there} |"
        )
    return "\n".join([*lines, f"| mean | | | {statistics.mean(measures):.3f} | {len(examples)} |"])


def _speed(examples: list[Example]) -> str:
    words = " ".join(each.text for each in examples).split()
    texts = [" ".join(words[first : first + WORDS]) for first in range(0, len(words) - WORDS, 10)]
    took = []
    for text in texts * TURNS:
        begun = time.process_time()
        request_check(text)
        took.append((time.process_time() - begun) * 1000)
    slowest = statistics.quantiles(took, n=100)[98]
    return (
        f"A message of {WORDS} words takes one core {statistics.median(took):.2f} ms; "
        f"99 of 100 take less than {slowest:.2f} ms."
    )


def _facts(path: Path) -> str:
    name = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
    return (
        f"`python benchmarks/request_check.py` on {datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, over `{name}`: a set of our own."
    )


if __name__ == "__main__":
    main()
