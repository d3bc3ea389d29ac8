"""Train what tells the senses of everyday words apart: python benchmarks/train_senses.py [--check]

Reads the examples whose stigma is marked (allies/language/tests/examples, benchmarks/examples/senses); never the
held-out sets. Each word that a `judged` rule names is one example: it carries stigma where it is marked so. What the
exceptions of its rule excuse (one's own words for oneself, quotation, reported speech) is left out. It writes
`allies/language/senses.tsv`. With `--check` it writes nothing: it trains on four fifths and tells how it does on the
last fifth. Plain Python, half a minute, the same result each time.
"""

from __future__ import annotations

import argparse
import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fitting import Pace, fitted

from allies.language.checker import Checker
from allies.language.marked import Example, read_examples
from allies.language.reading import Reading
from allies.language.rules import shipped
from allies.language.senses import FILE, UNIT, features

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (ROOT / "allies" / "language" / "tests" / "examples", ROOT / "benchmarks" / "examples" / "senses")
THESE = ("mixed-", "stigma-", "senses-")  # all stigma in them is marked
PACE = Pace(rounds=10, step=0.1, shrink=0.03, bias_step=0.01, orders=4)
RAREST, SMALLEST = 2, 4  # times seen; weight that is written
THRESHOLD = 0.8


@dataclass(frozen=True, slots=True)
class Use:
    """One of the words where it stands in an example."""

    text: str
    features: tuple[str, ...]
    is_meant: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    paths = [path for folder in FOLDERS for path in sorted(folder.glob("*.txt")) if path.name.startswith(THESE)]
    uses = list(_uses(each for path in paths for each in read_examples(path)))
    if options.check:
        _check(uses)
        return
    FILE.write_text(trained(uses), encoding="utf-8")
    print(f"{len(uses)} uses, {sum(each.is_meant for each in uses)} of them meant, {FILE.stat().st_size} bytes")


def trained(uses: list[Use]) -> str:
    """The model's file."""
    weights, bias = _weights(uses)
    known = {name: round(weight * UNIT) for name, weight in weights.items()}
    lines = sorted(f"{name}\t{weight}" for name, weight in known.items() if abs(weight) >= SMALLEST)
    title = "# what stands where beside a word (see senses.py), and how much it speaks for stigma, in fiftieths"
    return "\n".join([title, f"BIAS\t{round(bias * UNIT)}", f"THRESHOLD\t{round(THRESHOLD * 1000)}", *lines]) + "\n"


def _weights(uses: list[Use]) -> tuple[dict[str, float], float]:
    seen = Counter(feature for use in uses for feature in use.features)
    known = {feature for feature, count in seen.items() if count >= RAREST}
    return fitted((([each for each in use.features if each in known], use.is_meant) for use in uses), known, PACE)


def _uses(examples: Iterable[Example]) -> Iterator[Use]:
    checker = Checker([rule | {"judged": False} for rule in shipped()["rule"] if rule.get("judged")])
    for example in examples:
        reading = Reading(example.text, checker.words, checker.masked)
        for rule, start, end in checker._hits(reading):
            place = reading.place(start, end)
            meant = any(
                each.kind == "stigma" and each.start < place[1] and place[0] < each.end for each in example.labels
            )
            yield Use(example.text, tuple(features(rule.id, reading, start, end)), meant)


def _check(uses: list[Use]) -> None:
    part = [hashlib.sha256(use.text.encode()).digest()[0] % 5 for use in uses]
    chances: list[tuple[float, bool]] = []
    for number in range(5):
        weights, bias = _weights([use for use, of in zip(uses, part, strict=True) if of != number])
        for use, of in zip(uses, part, strict=True):
            if of == number:
                total = bias + sum(weights.get(each, 0.0) for each in use.features)
                chances.append((1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), use.is_meant))
    many = sum(meant for _chance, meant in chances)
    print(f"{len(uses)} uses, {many} of them meant")
    for threshold in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        found = [meant for chance, meant in chances if chance >= threshold]
        print(f"from {threshold}: precision {sum(found) / max(1, len(found)):.3f} recall {sum(found) / many:.3f}")


if __name__ == "__main__":
    main()
