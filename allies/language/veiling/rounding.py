"""Exact numbers made rough: ages as bands, sums as sizes, times as parts of the day, durations rounder. Computed."""

from __future__ import annotations

ONES = dict(zip(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], range(1, 10), strict=True))
TEENS = dict(
    zip(
        ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"],
        range(10, 20),
        strict=True,
    )
)
TENS = dict(
    zip(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(20, 100, 10), strict=True)
)
WORDS = ONES | TEENS | TENS | {"a": 1, "an": 1}
_SCALES = {"hundred": 100, "thousand": 1000, "grand": 1000, "k": 1000, "million": 1_000_000, "m": 1_000_000}
_DECADES = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"]
_ROUND = {  # lengths that many people share, in their units: nothing to count back
    "year": {1, 2, 3, 5, 10, 15, 20, 25, 30, 40, 50},
    "month": {1, 2, 3, 6, 12, 18, 24},
    "week": {1, 2, 3, 4, 6, 8, 10, 12},
    "day": {*range(1, 15), 21, 28, 30, 60, 90, 365},
}


def value(words: str) -> float:
    """“twenty-three”, “1,250”, “nine thousand”, “5k” as a number; 0 when there is none."""
    total, scale = 0.0, 1
    for word in words.replace(",", "").replace("-", " ").split():
        figures = word.rstrip("km")
        if figures and figures.replace(".", "", 1).isdigit():
            total += float(figures)
            scale *= _SCALES.get(word[len(figures) :], 1)
        elif word in WORDS:
            total += WORDS[word]
        elif word in _SCALES:
            scale *= _SCALES[word]
    return max(total, 1.0 if scale > 1 else 0.0) * scale


def age_adjective(years: float) -> str:
    """In front of a noun: “my {} son”."""
    limits = ((3, "small"), (13, "young"), (20, "teenage"), (65, "grown-up"))
    return next((word for limit, word in limits if years < limit), "elderly")


def age_noun(years: float) -> str:
    """As a noun: “our {}”."""
    limits = ((2, "baby"), (5, "little one"), (13, "child"), (20, "teenager"), (65, "grown-up"))
    return next((word for limit, word in limits if years < limit), "older relative")


def age_band(years: float, whose: str) -> str:
    """Behind “is”: “he is {}”. `whose`: his, her, their, my."""
    if years < 13:
        return "still small" if years < 5 else "still a child"
    if years < 20:
        return f"in {whose} teens"
    return f"in {whose} {_DECADES[min(int(years) // 10 - 2, 7)]}"


def money(sum_: float) -> str:
    limits = ((20, "a little money"), (100, "some money"), (1000, "a few hundred"), (10_000, "some thousands"))
    return next((words for limit, words in limits if sum_ < limit), "a lot of money")


def is_round(number: float, unit: str) -> bool:
    return number in _ROUND.get(unit, {number})


def duration(number: float, unit: str) -> str:
    """Rounder than it was: the months beside the years are gone."""
    days = number * {"year": 365, "month": 30.4, "week": 7, "day": 1}[unit]
    limits = (
        (14, "some days"), (60, "some weeks"), (180, "some months"), (365, "more than half a year"),
        (730, "more than a year"), (1826, "some years"), (3650, "more than five years"),
    )  # fmt: skip
    tens = ("ten", "twenty", "thirty", "forty")
    return next(
        (words for limit, words in limits if days < limit),
        f"more than {tens[min(int(days / 3650) - 1, 3)]} years",
    )


def part_of_day(hour: int, half: str) -> str:
    """`hour` 0 to 23, or 1 to 12 with `half` am, pm or "" (then it stays open)."""
    if half == "" and 1 <= hour <= 12:
        return ""
    hour = hour % 12 + (12 if half == "pm" else 0) if half else hour
    parts = (
        (2, "in the middle of the night"), (6, "early in the morning"), (11, "in the morning"), (14, "around midday"),
        (18, "in the afternoon"), (22, "in the evening"),
    )  # fmt: skip
    return next((words for limit, words in parts if hour < limit), "late at night")
