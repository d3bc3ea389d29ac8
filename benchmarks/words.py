"""How fast and how right the words check is: python benchmarks/words.py [--update-readme] [--set FILE]

The held-out set (`benchmarks/examples/held-out.txt`) was written without a look at the rules, and the rules without a
look at the set. It is our own: it says how the check does on texts like these, not on all that people write.
"""

from __future__ import annotations

import argparse
import math
import os
import platform
import statistics
import time
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from table import update

from allies.language import Finding, check
from allies.language.marked import Example, read_examples
from allies.language.rules import KINDS

ROOT = Path(__file__).resolve().parent.parent
HELD_OUT = ROOT / "benchmarks" / "examples" / "held-out.txt"
LENGTH, COMMENTS, TURNS = 300, 2000, 7


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update-readme", action="store_true")
    parser.add_argument("--set", type=Path, default=HELD_OUT, help="marked examples (allies/language/marked.py)")
    options = parser.parse_args()
    examples = list(read_examples(options.set))
    found = [check(each.text) for each in examples]
    table = "\n".join(["| | precision | recall | comments |", "|---|--:|--:|--:|", *_rows(examples, found)])
    said = f"{table}\n\n{_speed(examples)} {_facts(options.set)}"
    print(said)
    if options.update_readme:
        update(ROOT / "README.md", said, "words")


def _rows(examples: list[Example], found: list[list[Finding]]) -> Iterable[str]:
    """A comment has a kind or not. With 95% intervals (Wilson)."""
    for kind in KINDS:
        pairs = [
            (kind in each.kinds(), any(one.kind == kind for one in got))
            for each, got in zip(examples, found, strict=True)
        ]
        right = sum(has and got for has, got in pairs)
        has, got = sum(has for has, _got in pairs), sum(got for _has, got in pairs)
        yield f"| {kind} | {_share(right, got)} | {_share(right, has)} | {has} |"
    urgent = [
        any(one.kind == "crisis" for one in got)
        for each, got in zip(examples, found, strict=True)
        if any(label.kind == "crisis" and label.severity == "urgent" for label in each.labels)
    ]
    yield f"| crisis, minutes matter | | {_share(sum(urgent), len(urgent))} | {len(urgent)} |"
    clean = [bool(got) for each, got in zip(examples, found, strict=True) if not each.labels]
    yield f"| comments to leave alone that are marked | {_share(sum(clean), len(clean))} | | {len(clean)} |"


def _share(part: int, whole: int) -> str:
    if not whole:
        return "–"
    share, z = part / whole, 1.96
    scale = 1 + z * z / whole
    centre = (share + z * z / (2 * whole)) / scale
    half = z * math.sqrt(share * (1 - share) / whole + z * z / (4 * whole * whole)) / scale
    return f"{share:.3f} ({max(0, centre - half):.2f}–{min(1, centre + half):.2f})"


def comments(examples: list[Example]) -> list[str]:
    """Comments of LENGTH characters, each put together from examples in another order, so that none comes twice."""
    texts = [each.text for each in examples]
    made = []
    for number in range(COMMENTS):
        start, step = number % len(texts), 1 + number // len(texts)
        text = ""
        while len(text) < LENGTH:
            text += texts[start % len(texts)] + " "
            start += step * 7 + 1
        made.append(text[:LENGTH])
    return made


def _speed(examples: list[Example]) -> str:
    full, slowest, found = _rate(comments(examples))
    calm, _slowest, _found = _rate(comments([each for each in examples if not each.labels]))
    return (
        f"Over comments of {LENGTH} characters, on one core: {full:.1f} MB/s where each holds {found:.1f} findings, "
        f"{calm:.1f} MB/s where there is nothing to find; 99 of 100 take less than {slowest:.2f} ms."
    )


def _rate(texts: list[str]) -> tuple[float, float, float]:
    """MB a second, the milliseconds that 99 of 100 texts take at most, and findings a text."""
    found = sum(len(check(text)) for text in texts) / len(texts)
    rates, times = [], []
    for _turn in range(TURNS):
        took = []
        for text in texts:
            begun = time.perf_counter()
            check(text)
            took.append(time.perf_counter() - begun)
        rates.append(sum(map(len, texts)) / sum(took) / 1e6)
        times.append(statistics.quantiles(took, n=100)[98] * 1000)
    return statistics.median(rates), statistics.median(times), found


def _facts(path: Path) -> str:
    name = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
    return (
        f"`python benchmarks/words.py` on {datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, over `{name}`: a set of our own."
    )


if __name__ == "__main__":
    main()
