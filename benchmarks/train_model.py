"""Train the small model for danger, advice and disrespect: python benchmarks/train_model.py [--check]

Reads every marked example (allies/language/tests/examples, benchmarks/examples/training) and what the product says
itself, in which nobody is in danger and no member is told what to do; never the held-out set. It writes
`allies/language/model.tsv`. With `--check` it writes nothing: it trains on four fifths and tells, for the last fifth,
what the model finds by itself. Plain Python, two minutes, the same result each time.
"""

from __future__ import annotations

import argparse
import hashlib
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fitting import Pace, fitted

from allies.language.folding import fold
from allies.language.lexicon import NONE, PIECES, Numbers, hurried
from allies.language.marked import Example, read_examples
from allies.language.model import (
    BITS,
    CHANCE,
    FILE,
    HEADS,
    KINDS,
    SIDES,
    UNIT,
    Vocabulary,
    bounds,
    feature_name,
    features,
    parts,
    plain,
    read_model,
)
from allies.language.rules import shipped

ROOT = Path(__file__).resolve().parent.parent
LESSONS = ROOT / "content" / "modules"  # calm words about everything, danger too: what sounds like it and is not
REPLIES = ROOT / "content" / "stock-replies.toml"
METHOD = ROOT / "allies" / "craft" / "respond"
FOLDERS = (ROOT / "allies" / "language" / "tests" / "examples", ROOT / "benchmarks" / "examples" / "training")
NOT_THESE = "veil-"  # marked for what could let somebody be recognised only, whatever else they say
PACE = Pace(rounds=14, step=0.12, shrink=0.015, bias_step=0.01, orders=4)
RAREST, SMALLEST, LARGEST = 2, 3, 995_000  # times seen; weight that is written; bytes of the file

# Chances, chosen by --check and on sets that it was not trained on; for danger, recall counts. See model.py.
THRESHOLDS = {"crisis": 0.2, "advice": 0.56, "disrespect": 0.55}
TRIED = {"crisis": 0.015, "advice": 0.04, "disrespect": 0.06}
DOUBTS = {"crisis": 0.04, "advice": 0.13, "disrespect": 0.14, "urgent": 0.01}


@dataclass(frozen=True, slots=True)
class Row:
    features: tuple[int, ...]
    kinds: tuple[bool, ...]  # whether it is of each of the KINDS
    sides: tuple[bool | None, ...]  # and of each of the SIDES, or None where that is not asked


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    paths = [path for folder in FOLDERS for path in sorted(folder.glob("*.txt")) if not path.name.startswith(NOT_THESE)]
    examples = [each for path in paths for each in read_examples(path)]
    examples += our_own()
    if options.check:
        _check(examples)
        return
    FILE.write_text(trained(examples), encoding="utf-8")
    print(f"{len(examples)} examples, {FILE.stat().st_size} bytes")


def our_own() -> list[Example]:
    """What the product itself says, of which nothing may be marked: lessons, the method, replies, reasons of rules."""
    texts = [path.read_text(encoding="utf-8").rpartition("\n---\n")[2] for path in sorted(LESSONS.rglob("*.md"))]
    texts += [reply["text"] for reply in tomllib.loads(REPLIES.read_text(encoding="utf-8"))["reply"]]
    texts += [words for path in sorted(METHOD.glob("*.toml")) for words in _said(path)]
    texts += sorted(
        {each.replace("{last}", "person") for rule in shipped()["rule"] for each in rule.get("alternatives", ())}
    )
    texts += sorted({rule["reason"] for rule in shipped()["rule"] if "“" not in rule["reason"]})
    return [Example(" ".join(part.split()), ()) for text in texts for part in text.split("\n\n") if part.strip()]


def _said(path: Path) -> Iterator[str]:
    """Each sentence of a table of the method."""
    for row in tomllib.loads(path.read_text(encoding="utf-8")).get("row", []):
        for field in ("say", "do", "avoid", "why", "next"):
            given = row.get(field, [])
            yield from [given] if isinstance(given, str) else given


def _check(examples: list[Example]) -> None:
    part = {each: hashlib.sha256(each.text.encode()).digest()[0] % 5 for each in examples}
    model = read_model(trained([each for each in examples if part[each]]), _spellings())
    of, judged = cache(model.vocabulary.of), [each for each in examples if not part[each]]
    chances = []
    for each in judged:
        pieces = _pieces(each.text)
        numbers = _numbers(pieces, of)
        likely = [model.chances(model.sums(features(numbers[start:end]))) for start, end in _sentences(pieces)]
        chances.append({kind: max((each[kind] for each in likely), default=0.0) for kind in KINDS})
    for kind in KINDS:
        truth = [kind in each.kinds() for each in judged]
        print(f"{kind}: {sum(truth)} of {len(judged)} examples")
        for threshold in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
            found = [chance[kind] >= threshold for chance in chances]
            right = sum(has and got for has, got in zip(truth, found, strict=True))
            print(f"  from {threshold}: precision {right / max(1, sum(found)):.3f} recall {right / sum(truth):.3f}")


def trained(examples: Iterable[Example]) -> str:
    """The model's file."""
    names, rows = _rows(list(examples))
    seen = Counter(feature for row in rows for feature in row.features)
    known = {feature for feature, count in seen.items() if count >= RAREST}
    single = {feature for feature in known if feature < 1 << BITS}  # words alone tell which sort it is
    sides = [name for each in SIDES.values() for name in each]
    for_kinds = [_fit([(row.features, row.kinds[n]) for row in rows], known) for n in range(len(KINDS))]
    for_sides = [_fit([(row.features, row.sides[n]) for row in rows], single) for n in range(len(sides))]
    weights, bias = zip(*for_kinds, strict=True)
    side_weights, side_bias = zip(*for_sides, strict=True)
    chances = ([round(each * CHANCE) for each in some.values()] for some in (THRESHOLDS, TRIED, DOUBTS))
    heads = zip(HEADS, (_units(bias), _units(side_bias), *chances), strict=True)
    lines = ["\t".join([name, *map(str, values)]) for name, values in heads]
    size = sum(map(len, lines))
    for feature in sorted(known, key=lambda one: -max(abs(each.get(one, 0.0)) for each in (*weights, *side_weights))):
        numbers = [each[feature] for each in weights]
        if feature in single:
            numbers += [each[feature] for each in side_weights]
        line = f"{feature_name(feature, names)}\t{_written(numbers)}"
        size += len(line.encode()) + 1
        if size > LARGEST or max(map(abs, numbers)) * UNIT < SMALLEST:
            break
        lines.append(line)
    title = f"# a feature, its weights in fiftieths for {', '.join(KINDS)}; of a word also for {', '.join(sides)}"
    return "\n".join([title, *lines[: len(HEADS)], *sorted(lines[len(HEADS) :])]) + "\n"


def _fit(rows: list[tuple[tuple[int, ...], bool | None]], known: set[int]) -> tuple[dict[int, float], float]:
    told = (([each for each in found if each in known], truth) for found, truth in rows if truth is not None)
    return fitted(told, known, PACE)


def _rows(examples: list[Example]) -> tuple[dict[int, str], list[Row]]:
    bare = Vocabulary({}, _spellings())
    texts = [_pieces(each.text) for each in examples]
    count = Counter(
        word for pieces in texts for piece in set(pieces) if piece[0].isalnum() for word in bare.in_full(piece)
    )
    words = sorted(word for word, often in count.items() if often >= RAREST)
    numbers = {"|": 1} | {word: number for number, word in enumerate(sorted({*words, *map(plain, words)}), 2)}
    assert len(numbers) < 1 << BITS, "more words than there are numbers for"
    of = cache(Vocabulary(numbers, _spellings()).of)
    rows = []
    for example, pieces in zip(examples, texts, strict=True):
        places = [0]
        for piece in pieces:
            places.append(places[-1] + len(piece))
        known = _numbers(pieces, of)
        for first, last in _sentences(pieces):
            rows.append(_row(example, places[first], places[last], features(known[first:last])))
    return {number: word for word, number in numbers.items()}, rows


def _row(example: Example, start: int, end: int, found: list[int]) -> Row:
    """A sentence of an example: the folded text from `start` to `end`."""
    here = [label for label in example.labels if label.start < end and start < label.end]
    told = {label.kind for label in here}
    sorts = {(label.kind, sort) for label in here for sort in (label.subkind, label.severity)}
    sides = tuple((kind, name) in sorts if kind in told else None for kind, names in SIDES.items() for name in names)
    return Row(tuple(filter(_is_whole, found)), tuple(kind in told for kind in KINDS), sides)


def _is_whole(feature: int) -> bool:
    """Whether all of its words are known."""
    low = (1 << BITS) - 1
    return bool(feature & low) and (feature < 1 << BITS or bool(feature >> BITS & low))


def _spellings() -> dict[str, str]:
    return hurried() | shipped()["spellings"]


def _pieces(text: str) -> list[str]:
    return PIECES.findall(fold(text)[0])


def _sentences(pieces: list[str]) -> Iterator[tuple[int, int]]:
    for sentence in bounds(pieces):
        yield from parts(*sentence)


def _numbers(pieces: list[str], of: Callable[[str], Numbers]) -> list[Numbers]:
    return [of(piece) if piece[0].isalnum() else NONE for piece in pieces]


def _units(values: Iterable[float]) -> list[int]:
    return [round(value * UNIT) for value in values]


def _written(values: Iterable[float]) -> str:
    """In units of the model, nothing for zero."""
    return "\t".join(str(each or "") for each in _units(values)).rstrip("\t")


if __name__ == "__main__":
    main()
