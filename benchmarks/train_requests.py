"""Train the request check's small model on sentences and messages: python benchmarks/train_requests.py [--check]

Writes `allies/craft/requesting/model.tsv`. `--check` writes nothing: five times it trains on four fifths and reads the
last fifth with rules alone and with rules and model. Plain Python, about ten seconds, the same each time.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from fitting import Pace, fitted

from allies.craft.requesting.checking import Reader
from allies.craft.requesting.examples import Example, read_examples
from allies.craft.requesting.model import FILE, UNIT, Model, names, read_model
from allies.craft.requesting.rules import SEEN, rules

FOLDER = Path(__file__).resolve().parent / "requests"
SETS = ("training.txt", "practice-a.txt", "practice-b.txt")
PACE = Pace(rounds=15, step=0.1, shrink=0.004, bias_step=0.02, bias=-1.0)
RAREST, SMALLEST = 2, 3  # times seen; weight that is written
UNSURE = 0.1  # chance of a further sentence, in a message that has the element, from which nothing is learnt of it


@dataclass(frozen=True, slots=True)
class Row:
    found: frozenset[str]  # features
    truth: frozenset[str]
    unsaid: frozenset[str] = frozenset()  # elements of which it teaches nothing

    def without_cues(self) -> Row:
        return Row(frozenset(each for each in self.found if each[0] != "="), self.truth, self.unsaid)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    examples = [each for name in SETS if (FOLDER / name).exists() for each in read_examples(FOLDER / name)]
    if parser.parse_args().check:
        _check(examples)
        return
    FILE.write_text(trained(examples), encoding="utf-8")
    print(f"{len(examples)} messages, {FILE.stat().st_size} bytes")


def trained(examples: Iterable[Example]) -> str:
    """The model's file. First from single sentences; what that model sees then says which sentences of a message."""
    read = [(each, _sentences(each)) for each in examples]
    single = [Row(frozenset(found), each.elements) for each, ((found, _cues), *more) in read if not more]
    first = read_model(_written_model(single))
    rows = [row for each, sentences in read if len(sentences) > 1 for row in _parted(each, sentences, first)]
    return _written_model(single + rows)


def _sentences(example: Example) -> list[tuple[list[str], set[str]]]:
    """Of each sentence: its features, and what the rules see."""
    read = Reader(rules(), names(rules()), None)
    made = []
    for sentence in read.sentences(example.text):
        signs = read.rules.lexicon.read(sentence)
        cues = set(read.by_rule(sentence, signs))
        made.append((read.names.features([word.text for word in sentence.words], signs, cues), cues))
    return made


def _parted(example: Example, sentences: Sequence[tuple[list[str], set[str]]], first: Model) -> list[Row]:
    """Which of its sentences have what the whole has: those in which the rules see it, or else the likeliest one."""
    chances = [first.chances(found) for found, _cues in sentences]
    truths: list[set[str]] = [set(example.elements & cues) for _found, cues in sentences]
    unsaid: list[set[str]] = [set() for _each in sentences]
    for name in example.elements & set(SEEN):
        if not any(name in truth for truth in truths):
            best = max(range(len(sentences)), key=lambda number: chances[number][name])
            truths[best].add(name)
        for number, truth in enumerate(truths):
            if name not in truth and chances[number][name] >= UNSURE:
                unsaid[number].add(name)
    if "positive" not in example.elements:  # its letters do not say whether and where it blames
        for each in unsaid:
            each.add("blame")
    return [
        Row(frozenset(found), frozenset(truth), frozenset(none))
        for (found, _cues), truth, none in zip(sentences, truths, unsaid, strict=True)
    ]


def _written_model(rows: Sequence[Row]) -> str:
    """Each row counts twice, once without what the rules see: they see nearly all of these, and fewer of others'."""
    seen = Counter(feature for row in rows for feature in row.found)
    known = {feature for feature, count in seen.items() if count >= RAREST}
    both = [*rows, *(row.without_cues() for row in rows)]
    data = [(sorted(row.found & known), row) for row in both]
    fits = [
        fitted([(found, name in row.truth) for found, row in data if name not in row.unsaid], known, PACE)
        for name in SEEN
    ]
    lines = [f"# a feature, its weights in fiftieths for {', '.join(SEEN)}", "BIAS\t" + _written(b for _w, b in fits)]
    for feature in sorted(known):
        weights = [weights[feature] for weights, _bias in fits]
        if max(map(abs, weights)) * UNIT >= SMALLEST:
            lines.append(f"{feature}\t{_written(weights)}")
    return "\n".join(lines) + "\n"


def _check(examples: list[Example]) -> None:
    order = list(examples)
    random.Random(2).shuffle(order)
    bare = Reader(rules(), names(rules()), None)
    counts: dict[tuple[str, str], Counter[str]] = {}
    for part in range(5):
        model = read_model(trained([each for number, each in enumerate(order) if number % 5 != part]))
        both = Reader(bare.rules, bare.names, model)
        for each in order[part::5]:
            for label, read in (("rules", bare), ("both", both)):
                got = {
                    name for one in read.sentences(each.text) for name in read.see(one, read.rules.lexicon.read(one))
                }
                for name in SEEN:
                    key = "tp" if name in got & each.elements else "fp" if name in got else "fn"
                    if name in got | each.elements:
                        counts.setdefault((name, label), Counter())[key] += 1
    for (name, label), one in sorted(counts.items()):
        f1 = 2 * one["tp"] / (2 * one["tp"] + one["fp"] + one["fn"])
        print(f"{name:16}{label:8}{f1:.3f} {dict(one)}")


def _written(values: Iterable[float]) -> str:
    """In units of the model, nothing for zero."""
    return "\t".join(str(round(value * UNIT) or "") for value in values).rstrip("\t")


if __name__ == "__main__":
    main()
