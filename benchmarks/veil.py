"""How right the veiling of details is, and how fast: python benchmarks/veil.py [--update-readme] [--set FILE] [--show]

The held-out set (`benchmarks/examples/veil-held-out.txt`) was written before the rules, and no rule was mended by
it. It is our own and by the same hand as the rules: it says how they do on texts like these, not on all that people
write.
A label is found when at least half of its letters are marked; a mark is right when it touches a label.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from table import update

from allies.language.marked import Example, read_examples
from allies.language.veiling import KINDS, Detail, veil

ROOT = Path(__file__).resolve().parent.parent
HELD_OUT = ROOT / "benchmarks" / "examples" / "veil-held-out.txt"
LENGTH, TURNS = 2000, 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update-readme", action="store_true")
    parser.add_argument(
        "--show", action="store_true", help="what was missed and what was marked wrongly (not held out)"
    )
    parser.add_argument("--set", type=Path, default=HELD_OUT, help="marked examples (allies/language/marked.py)")
    options = parser.parse_args()
    examples = list(read_examples(options.set))
    if options.show:
        show(examples)
    said = f"{table(examples)}\n\n{speed(examples)} {_facts(options.set)}"
    print(said)
    if options.update_readme:
        update(ROOT / "README.md", said, "veil")


def judged(example: Example) -> tuple[list[tuple[str, str, bool]], list[tuple[Detail, bool]]]:
    """Of an example's labels: the kind, the words, whether it was found; and of its marks: whether each was right."""
    details = veil(example.text)
    marked = {place for each in details for place in range(each.start, each.end)}
    labels = [
        (
            each.subkind,
            example.text[each.start : each.end],
            2 * sum(at in marked for at in range(each.start, each.end)) >= each.end - each.start,
        )
        for each in example.labels
    ]
    right = [(each, any(each.start < one.end and one.start < each.end for one in example.labels)) for each in details]
    return labels, right


def table(examples: list[Example]) -> str:
    has, found, marks, right = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for example in examples:
        labels, details = judged(example)
        for kind, _words, got in labels:
            has[kind] += 1
            found[kind] += got
        for detail, fits in details:
            marks[detail.kind] += 1
            right[detail.kind] += fits
    rows = ["| | precision | recall | details |", "|---|--:|--:|--:|"]
    for kind in KINDS:
        if has[kind] or marks[kind]:
            rows.append(
                f"| {kind} | {_share(right[kind], marks[kind])} | {_share(found[kind], has[kind])} | {has[kind]} |"
            )
    whole = _share(right.total(), marks.total()), _share(found.total(), has.total())
    return "\n".join([*rows, f"| **all** | **{whole[0]}** | **{whole[1]}** | {has.total()} |"])


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "–"


def show(examples: list[Example]) -> None:
    for example in examples:
        labels, details = judged(example)
        missed = [f"{kind}:{words}" for kind, words, got in labels if not got]
        wrong = [f"{each.kind}:{example.text[each.start : each.end]}" for each, fits in details if not fits]
        if missed or wrong:
            print(f"{example.text}\n   missed {missed} wrong {wrong}")


def speed(examples: list[Example]) -> str:
    text = " ".join(each.text for each in examples)
    texts = [text[at : at + LENGTH] for at in range(0, len(text) - LENGTH, LENGTH // 2)]
    took = []
    for _turn in range(TURNS):
        for each in texts:
            begun = time.perf_counter()
            veil(each)
            took.append(time.perf_counter() - begun)
    usual, slowest = statistics.median(took) * 1000, max(took) * 1000
    return f"A question of {LENGTH:,} characters takes {usual:.1f} ms, at most {slowest:.1f} ms."


def _facts(path: Path) -> str:
    name = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
    return (
        f"`python benchmarks/veil.py` on {datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, over `{name}`: a set of our own."
    )


if __name__ == "__main__":
    main()
