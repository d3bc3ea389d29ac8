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

    `bias`: where the bias begins. The same rows in the same order give the same weights, on each machine.
    """

    rounds: int
    step: float
    shrink: float
    bias_step: float
    bias: float = 0.0


def fitted(rows: Iterable[tuple[Sequence[F], bool]], known: set[F], pace: Pace) -> tuple[dict[F, float], float]:
    """Weights of the features in `known`, and the bias. A row: features, all of them known, and whether it is so."""
    weights, past = dict.fromkeys(known, 0.0), dict.fromkeys(known, 1e-6)
    bias, order, data = pace.bias, random.Random(1), list(rows)
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
