"""Train the request check's small model on sentences of our own: python benchmarks/train_requests.py [--check]

Writes `allies/craft/requesting/model.tsv`. `--check` writes nothing: five times it trains on four fifths and reads the
last fifth with rules alone and with rules and model. Plain Python, some seconds, the same result each time.
"""

from __future__ import annotations

import argparse
import math
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from allies.craft.requesting.checking import Reader
from allies.craft.requesting.examples import Example, read_examples
from allies.craft.requesting.model import FILE, UNIT, names, read_model
from allies.craft.requesting.rules import SEEN, rules

TRAINING = Path(__file__).resolve().parent / "requests" / "training.txt"
ROUNDS, STEP, SHRINK = 25, 0.1, 0.004
RAREST, SMALLEST = 2, 3  # times seen; weight that is written


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    examples = list(read_examples(TRAINING))
    if parser.parse_args().check:
        _check(examples)
        return
    FILE.write_text(trained(examples), encoding="utf-8")
    print(f"{len(examples)} sentences, {FILE.stat().st_size} bytes")


def trained(examples: Iterable[Example]) -> str:
    """The model's file."""
    rows = [row for each in examples for row in _rows(each)]
    seen = Counter(feature for found, _truth in rows for feature in found)
    known = {feature for feature, count in seen.items() if count >= RAREST}
    data = [([each for each in found if each in known], truth) for found, truth in rows]
    fits = [_fit([(found, name in truth) for found, truth in data], known) for name in SEEN]
    lines = [f"# a feature, its weights in fiftieths for {', '.join(SEEN)}", "BIAS\t" + _written(b for _w, b in fits)]
    for feature in sorted(known):
        weights = [weights[feature] for weights, _bias in fits]
        if max(map(abs, weights)) * UNIT >= SMALLEST:
            lines.append(f"{feature}\t{_written(weights)}")
    return "\n".join(lines) + "\n"


def _rows(example: Example) -> list[tuple[list[str], frozenset[str]]]:
    """Its sentences; of several, those alone in which the rules see what the whole has tell anything."""
    read = Reader(rules(), names(rules()), None)
    sentences = list(read.sentences(example.text))
    made = []
    for sentence in sentences:
        signs = read.rules.lexicon.read(sentence)
        cues = read.by_rule(sentence, signs)
        found = read.names.features([word.text for word in sentence.words], signs, cues)
        truth = example.elements if len(sentences) == 1 else example.elements & cues.keys()
        made.append((sorted(set(found)), truth))
    return made


def _fit(rows: Sequence[tuple[list[str], bool]], known: set[str]) -> tuple[dict[str, float], float]:
    """Logistic regression by stochastic steps that grow smaller for features seen often (AdaGrad)."""
    weights, past = dict.fromkeys(known, 0.0), dict.fromkeys(known, 1e-6)
    bias, order, data = -1.0, random.Random(1), list(rows)
    for _round in range(ROUNDS):
        order.shuffle(data)
        for row, truth in data:
            total = bias + sum([weights[each] for each in row])
            slope = 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - truth
            bias -= 0.02 * slope
            for each in row:
                step = slope + SHRINK * weights[each]
                past[each] += step * step
                weights[each] -= STEP * step / math.sqrt(past[each])
    return weights, bias


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
