"""Logistic regression by stochastic steps that grow smaller for features seen often (AdaGrad), in plain Python."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class Pace:
    """`step`, `bias_step`: how far one example moves a weight, the bias. `shrink`: what a weight gives way each time.

    `bias`: where the bias begins. `orders`: in how many orders the rows are gone through, each from the beginning; the
    mean of what comes out depends little on any of them. The same rows give the same weights, on each machine.
    """

    rounds: int
    step: float
    shrink: float
    bias_step: float
    bias: float = 0.0
    orders: int = 1


def fitted(rows: Iterable[tuple[Sequence[F], bool]], known: set[F], pace: Pace) -> tuple[dict[F, float], float]:
    """Weights of the features in `known`, and the bias. A row: features, all of them known, and whether it is so."""
    data = list(rows)
    found = [_in_order(data, known, pace, number) for number in range(1, pace.orders + 1)]
    weights = {each: sum(some[each] for some, _bias in found) / len(found) for each in found[0][0]}
    return weights, sum(bias for _some, bias in found) / len(found)


def _in_order(
    rows: list[tuple[Sequence[F], bool]], known: set[F], pace: Pace, number: int
) -> tuple[dict[F, float], float]:
    weights, past = dict.fromkeys(known, 0.0), dict.fromkeys(known, 1e-6)
    bias, order, data = pace.bias, random.Random(number), list(rows)
    step, shrink, bias_step = pace.step, pace.shrink, pace.bias_step
    for _round in range(pace.rounds):
        order.shuffle(data)
        for row, truth in data:
            total = bias + sum([weights[each] for each in row])
            slope = 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - truth
            bias -= bias_step * slope
            for each in row:
                change = slope + shrink * weights[each]
                past[each] += change * change
                weights[each] -= step * change / math.sqrt(past[each])
    return weights, bias
