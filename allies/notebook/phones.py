"""Phone numbers in what a member wrote, so that a page can offer to dial them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = re.compile(r"(?<![\w.,:/-])(?:\+|\()?\d[\d ()./-]{1,24}\d(?![\w:])")
FEWEST, MOST = 3, 15  # digits; 15 are the longest number there is
_DATE = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a text; `dial`: what a phone is given, for a number."""

    text: str
    dial: str = ""


def parts(text: str) -> list[Part]:
    """The text whole, in pieces: joined they are the text again."""
    found, done = [], 0
    for number in _NUMBER.finditer(text):
        dial = "".join(each for each in number[0] if each in "+0123456789")
        if not FEWEST <= len(dial.lstrip("+")) <= MOST or _DATE.fullmatch(number[0]):
            continue
        if number.start() > done:
            found.append(Part(text[done : number.start()]))
        found.append(Part(number[0], dial))
        done = number.end()
    return [*found, Part(text[done:])] if text[done:] else found


def first_number(text: str) -> Part | None:
    return next((part for part in parts(text) if part.dial), None)
