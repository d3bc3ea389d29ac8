"""Train the small model for danger: python benchmarks/train_crisis.py [--check]

Reads every marked example (allies/language/tests/examples, benchmarks/examples/training) and the lessons of the starter
programme, in which nobody is in danger; never the held-out set. It writes `allies/language/crisis-model.tsv`. With
`--check` it writes nothing: it trains on four fifths and tells, for the last fifth, what the model finds. Plain Python,
half a minute, the same result each time.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from allies.language.folding import fold
from allies.language.lexicon import PIECES, hurried
from allies.language.marked import Example, read_examples
from allies.language.model import BITS, FILE, HEADS, Vocabulary, feature_name, features, plain, read_model
from allies.language.rules import shipped

ROOT = Path(__file__).resolve().parent.parent
LESSONS = ROOT / "content" / "modules"  # calm words about everything, danger too: what sounds like it and is not
FOLDERS = (ROOT / "allies" / "language" / "tests" / "examples", ROOT / "benchmarks" / "examples" / "training")
ROUNDS, STEP, SHRINK = 14, 0.12, 0.015
RAREST, SMALLEST, LARGEST = 2, 0.005, 980_000  # times seen; weight that is written; bytes of the file
THRESHOLD = 0.45  # chance of danger: by --check, recall gains from there on down, and precision is well over 0.85
DOUBT = (0.12, 0.03)  # chances: see model.py
COVERED = 0.99  # which share of the sentences with danger a first glance must let through


@dataclass(frozen=True, slots=True)
class Row:
    features: tuple[int, ...]
    heads: tuple[int | None, ...]  # 1, 0, or None where it says nothing about that head


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    examples = [each for folder in FOLDERS for path in sorted(folder.glob("*.txt")) for each in read_examples(path)]
    examples += lessons()
    if options.check:
        _check(examples)
        return
    FILE.write_text(trained(examples), encoding="utf-8")
    print(f"{len(examples)} examples, {FILE.stat().st_size} bytes")


def lessons() -> list[Example]:
    """The paragraphs of the starter programme."""
    texts = [path.read_text(encoding="utf-8").rpartition("\n---\n")[2] for path in sorted(LESSONS.rglob("*.md"))]
    return [Example(" ".join(part.split()), ()) for text in texts for part in text.split("\n\n") if part.strip()]


def _check(examples: list[Example]) -> None:
    part = {each: hashlib.sha256(each.text.encode()).digest()[0] % 5 for each in examples}
    model = read_model(trained([each for each in examples if part[each]]), _spellings())
    judged = [each for each in examples if not part[each]]
    chances = [max(map(model.chance, model.vocabulary.sentences(_pieces(each.text))), default=0.0) for each in judged]
    truth = ["crisis" in each.kinds() for each in judged]
    print(f"{len(judged)} examples, {sum(truth)} with danger")
    for threshold in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        found = [chance >= threshold for chance in chances]
        right = sum(has and got for has, got in zip(truth, found, strict=True))
        print(f"from {threshold}: precision {right / max(1, sum(found)):.3f} recall {right / sum(truth):.3f}")


def trained(examples: Iterable[Example]) -> str:
    """The model's file."""
    names, rows = _rows(list(examples))
    seen = Counter(feature for row in rows for feature in row.features)
    known = {feature for feature, count in seen.items() if count >= RAREST}
    single = {feature for feature in known if feature < 1 << BITS}  # words alone tell which danger it is
    weights, bias = zip(*(_fit(rows, single if head else known, head) for head in range(len(HEADS))), strict=True)
    strongest = sorted(known, key=lambda each: -max(abs(each_head.get(each, 0.0)) for each_head in weights))
    lines = [
        f"BIAS\t{_numbers(bias)}",
        f"THRESHOLD\t{_numbers((THRESHOLD, *DOUBT))}",
        f"GLANCE\t{_glance(rows, weights[-1]):.2f}",
    ]
    size = sum(map(len, lines))
    for feature in strongest:
        danger, *rest = (each_head.get(feature, 0.0) for each_head in weights)
        kinds = f"\t{_numbers(rest)}" if feature in single else ""
        line = f"{feature_name(feature, names)}\t{_numbers([danger])}{kinds}"
        size += len(line.encode()) + 1
        if size > LARGEST or max(map(abs, (danger, *rest))) < SMALLEST:
            break
        lines.append(line)
    return (
        "\n".join(
            ["# a feature, its weight for danger, and for " + ", ".join(HEADS[1:]), *lines[:3], *sorted(lines[3:])]
        )
        + "\n"
    )


def _fit(rows: list[Row], known: set[int], head: int) -> tuple[dict[int, float], float]:
    """Logistic regression by stochastic steps that grow smaller for features seen often (AdaGrad)."""
    data = [([each for each in row.features if each in known], row.heads[head]) for row in rows]
    data = [row for row in data if row[1] is not None]
    weights, past = dict.fromkeys(known, 0.0), dict.fromkeys(known, 1e-6)
    bias, order = 0.0, random.Random(1)
    for _round in range(ROUNDS):
        order.shuffle(data)
        for row, truth in data:
            total = bias + sum([weights[each] for each in row])
            slope = 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - (truth or 0)
            bias -= 0.01 * slope
            for each in row:
                step = slope + SHRINK * weights[each]
                past[each] += step * step
                weights[each] -= STEP * step / math.sqrt(past[each])
    return weights, bias


def _glance(rows: list[Row], hints: dict[int, float]) -> float:
    """The sum of hints that nearly every sentence with danger reaches."""
    sums = sorted(sum(hints.get(each, 0.0) for each in row.features) for row in rows if row.heads[0])
    return sums[int(len(sums) * (1 - COVERED))]


def _rows(examples: list[Example]) -> tuple[dict[int, str], list[Row]]:
    bare = Vocabulary({}, _spellings())
    texts = [_pieces(each.text) for each in examples]
    count = Counter(
        word for pieces in texts for piece in set(pieces) if piece[0].isalnum() for word in bare.in_full(piece)
    )
    words = sorted(word for word, often in count.items() if often >= RAREST)
    numbers = {"|": 1} | {word: number for number, word in enumerate(sorted({*words, *map(plain, words)}), 2)}
    assert len(numbers) < 1 << BITS, "more words than there are numbers for"
    vocabulary = Vocabulary(numbers, _spellings())
    names = {number: word for word, number in numbers.items()}
    return names, [
        row for example, pieces in zip(examples, texts, strict=True) for row in _of(example, pieces, vocabulary)
    ]


def _of(example: Example, pieces: list[str], vocabulary: Vocabulary) -> list[Row]:
    places = [0]
    for piece in pieces:
        places.append(places[-1] + len(piece))
    labels, rows = [label for label in example.labels if label.kind == "crisis"], []
    for each in vocabulary.sentences(pieces):
        here = [label for label in labels if label.start < places[each.end] and places[each.start] < label.end]
        subkinds = {label.subkind for label in here}
        kinds = [int(name in subkinds) if here else None for name in HEADS[1:5]]
        hurry = int(any(label.severity == "urgent" for label in here)) if here else None
        found = tuple(one for one in features(each.words, each.stems) if _is_whole(one))
        rows.append(Row(found, (int(bool(here)), *kinds, hurry, int(bool(here)))))
    return rows


def _is_whole(feature: int) -> bool:
    """Whether all of its words are known."""
    low = (1 << BITS) - 1
    return bool(feature & low) and (feature < 1 << BITS or bool(feature >> BITS & low))


def _spellings() -> dict[str, str]:
    return hurried() | shipped()["spellings"]


def _pieces(text: str) -> list[str]:
    return PIECES.findall(fold(text)[0])


def _numbers(values: Iterable[float]) -> str:
    return "\t".join(f"{round(value, 2) + 0:g}" for value in values)


if __name__ == "__main__":
    main()
