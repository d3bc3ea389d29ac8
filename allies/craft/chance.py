"""How often, and how sure one can be of it: shares of small numbers, with their uncertainty.

Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of the American
Statistical Association 22 (1927), 209-212. For numbers as small as a family's notes it keeps its promise where the
textbook interval does not: L. D. Brown, T. T. Cai, A. DasGupta, Interval estimation for a binomial proportion,
Statistical Science 16 (2001), 101-133.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Final, NamedTuple

ENOUGH: Final = 5
"""Below this many notes nothing is said but how many more are needed."""

Z95: Final = 1.959963984540054
"""The 97.5% point of the normal distribution: 95% of it lies between -Z95 and Z95."""


class Interval(NamedTuple):
    """Both ends, each between 0 and 1."""

    low: float
    high: float


def wilson(hits: int, of: int, *, z: float = Z95) -> Interval:
    """Wilson's score interval of a share, 95% unless told.

    `hits` out of `of`, 0 <= hits <= of. With nothing counted anything is possible: 0 to 1. ValueError otherwise.
    """
    if not 0 <= hits <= of:
        raise ValueError(f"{hits} of {of} is no share")
    if not of:
        return Interval(0.0, 1.0)
    rate, zz = hits / of, z * z / of
    middle, half = rate + zz / 2, z * sqrt((rate * (1 - rate) + zz / 4) / of)
    low, high = (middle - half) / (1 + zz), (middle + half) / (1 + zz)
    # The rate lies inside by the formula; at 0 and 1 the last bit of a float may say otherwise.
    return Interval(max(0.0, min(low, rate)), min(1.0, max(high, rate)))


@dataclass(frozen=True, slots=True)
class Share:
    """`hits` of `of`. Silent (`rate` and `interval` are None) while `of` is under ENOUGH."""

    hits: int
    of: int

    @property
    def missing(self) -> int:
        """How many more are needed before anything is said."""
        return max(0, ENOUGH - self.of)

    @property
    def rate(self) -> float | None:
        return None if self.missing else self.hits / self.of

    @property
    def interval(self) -> Interval | None:
        return None if self.missing else wilson(self.hits, self.of)

    def beyond(self, rate: float | None, *, z: float = Z95) -> int:
        """1 when even the low end lies above `rate`, -1 when even the high end lies below it, otherwise 0."""
        if self.missing or rate is None:
            return 0
        low, high = wilson(self.hits, self.of, z=z)
        return (low > rate) - (high < rate)
