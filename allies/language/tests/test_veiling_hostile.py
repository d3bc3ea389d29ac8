"""Veiling takes time linear in the length of a text, also for one that was made to take long."""

from __future__ import annotations

import time

import pytest

from allies.language.veiling import veil

SIZE = 100_000
LIMIT = 0.2  # seconds of the processor for SIZE characters; a busy machine is given three times as long
QUESTION, SOON = 2_000, 0.02
TRIES = 4
PIECES = [
    "a ", "a1b!c$", "0123456789 ", "1-1-", "12 ", "19 and ", "seven ", "twenty one hundred thousand ", "3:30 ",
    "half past ", "£5 ", "5 mg ", "may 3 ", "in 2019 ", "1/2/", "Aa ", "Aa Bb ", "Mary ", "the Mary Arms ", "A", "Aa,",
    "at Aa of the ", "my dog Aa ",
    "\"a", "'a ", " 'a", "“", "\"'“", "said: a ",
    "texts me things like a ", "he texted that a ", "a red red red ", "my son's ",
    "gave me a a ", "my my ",
    "left a a a ", "works at a a ", "is a a nurse, ", "plays for the a a ",
    "the a village near ", "darren ",
    "in zzyzx ", "!?., \n", "a\u200b", "é\u0301 ", "M62 ", "5 years and 3 months ", "2 years old ", "a@a.", "a.b.c.d.",
]  # fmt: skip


def seconds(text: str, limit: float) -> float:
    veil(text)
    took = []
    for _try in range(TRIES):
        begun = time.process_time()
        veil(text)
        took.append(time.process_time() - begun)
        if min(took) < limit:
            break
    return min(took)


@pytest.mark.parametrize("piece", PIECES)
def test_a_hostile_text_takes_no_longer_than_it_may(piece: str) -> None:
    text = (piece * (SIZE // len(piece) + 1))[:SIZE]
    assert seconds(text, LIMIT) < LIMIT * 3


@pytest.mark.parametrize("piece", PIECES)
def test_a_question_takes_an_instant(piece: str) -> None:
    text = (piece * (QUESTION // len(piece) + 1))[:QUESTION]
    assert seconds(text, SOON) < SOON * 3
