"""Everyday words that carry stigma in one sense and none in another, in sentences that no rule names."""

from __future__ import annotations

import pytest

from allies.language import check
from allies.language.checker import shipped_checker
from allies.language.reading import Reading
from allies.language.senses import FILE, read_senses, shipped_senses

MEANT = (
    ("Two years off it, still clean, and she coaches the under tens.", "clean"),
    ("If the next sample is dirty as well they send him back.", "dirty"),
    ("There's a user in every flat on our stairs.", "user"),
    ("The habit ate his van first and then his tools.", "habit"),
    ("She abuses her sleeping tablets when the moon is full.", "abuses"),
    ("He was a happy drunk all through my childhood.", "happy drunk"),
    ("Scum. He sold his little sister's bike for a bag.", "Scum"),
)
OTHERWISE = (
    "The sheets are clean and the kettle is on.",
    "Her scan came back clean, no tumour.",
    "The river is dirty after the storm.",
    "The user manual is longer than the drill.",
    "I am in the habit of walking before work.",
    "They suffered abuse from their stepfather.",
    "We got drunk on cider the night he was born.",
    "The garden is lush after all that rain.",
    "I am a sore loser at cards.",
    "The animal shelter had no dogs left.",
    "My conscience is clean.",
    "His wound is clean and healing.",
    "Online abuse made her close her account.",
    "He abused his position at work.",
    "The derelict house next door is noisy.",
    "The kids had a zombie party.",
    "The waste of space in the attic bothers me.",
)


@pytest.mark.parametrize(("text", "word"), MEANT)
def test_what_is_meant_so_is_marked(text: str, word: str) -> None:
    assert word in [text[each.start : each.end] for each in check(text) if each.kind == "stigma"]


@pytest.mark.parametrize("text", OTHERWISE)
def test_another_sense_is_left_alone(text: str) -> None:
    assert [each for each in check(text) if each.kind == "stigma"] == []


def test_a_word_alone_tells_nothing() -> None:
    """However common one of the senses is."""
    assert check("Habit") == []


def test_the_file_is_a_text_that_people_can_read() -> None:
    text = FILE.read_text(encoding="utf-8")
    assert FILE.stat().st_size < 300_000
    assert text.startswith("# ")
    assert len(shipped_senses().weights) > 3_000


def test_what_is_far_away_does_not_count() -> None:
    checker, model = shipped_checker(), shipped_senses()
    near = Reading("He is clean", checker.words, checker.masked)
    far = Reading("He is clean " + "and so on " * 40 + "heroin", checker.words, checker.masked)
    start = near.signs.index(checker.lexicon.sign["clean"])
    chances = [
        model.chance("stigma-sense-clean", Reading(text, checker.words, checker.masked), start, start + 1)
        for text in (far.text, far.text.replace("heroin", "kitchen"))
    ]
    assert chances[0] == chances[1]


@pytest.mark.parametrize("spoilt", ["", "BIAS\t1", "BIAS\t1\nTHRESHOLD\tx", "no tab at all"])
def test_a_spoilt_file_is_no_model(spoilt: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever the text is that is no number
        read_senses(spoilt)
