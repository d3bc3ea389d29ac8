"""The request check: its own examples, what it says, and that it raises for no text."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allies.craft.requesting import ELEMENTS, request_check
from allies.craft.requesting.checking import Reader
from allies.craft.requesting.examples import KEYS, read_example, read_examples
from allies.craft.requesting.model import FILE, names, read_model
from allies.craft.requesting.patterns import PatternError
from allies.craft.requesting.reading import sentences_of
from allies.craft.requesting.rules import SEEN, _rule, rules, shipped
from allies.programme.reading_grade import reading_grade

SETS = Path(__file__).resolve().parents[3] / "benchmarks" / "requests"
OF_THE_RULES = [  # what the labelling rules give as examples of each element
    ("brief", "Call me when you land.", True),
    ("brief", "You forgot the bins, you lost my charger, you upset Nan.", False),
    ("brief", "word " * 61, False),
    ("positive", "I'd like to have lunch with you.", True),
    ("positive", "Please quit shouting.", False),
    ("positive", "I adore you, but you're hopeless.", False),
    ("specific", "You poured a third glass before the soup.", True),
    ("specific", "Be at the gate at six.", True),
    ("specific", "You constantly let us down.", False),
    ("feeling", "I was so nervous.", True),
    ("feeling", "I feel you don't care.", False),
    ("feeling", "I feel betrayed.", False),
    ("understanding", "Nights must be the worst.", True),
    ("understanding", "I understand that you're spoiled.", False),
    ("understanding", "I know what you did.", False),
    ("responsibility", "I interrupted you, that was unfair.", True),
    ("responsibility", "I let it slide for too long.", True),
    ("responsibility", "I'm sorry you took it badly.", False),
    ("offer", "I can babysit while you go.", True),
    ("offer", "How can I make it easier?", True),
    ("offer", "I'll pay, or else you're out.", False),
]


@pytest.mark.parametrize(("element", "text", "there"), OF_THE_RULES)
def test_the_examples_of_the_labelling_rules(element: str, text: str, there: bool) -> None:
    assert request_check(text).elements[element].present is there


def test_what_is_there_has_its_place_and_what_is_missing_a_suggestion() -> None:
    text = "😀 I was worried on Friday."
    found = request_check(text)
    assert tuple(found.elements) == ELEMENTS
    feeling = found.elements["feeling"]
    assert text[feeling.start : feeling.end] == "I was worried"
    assert set(found.missing) == {"positive", "specific", "understanding", "responsibility", "offer"}
    for name, one in found.elements.items():
        assert one.reason, name
        assert bool(one.suggestion) is not one.present, name


def test_brief_counts_words_and_complaints() -> None:
    found = request_check("You forgot the bins, you lost my charger, you upset Nan.")
    assert (found.words, found.complaints) == (11, 3)
    assert request_check("word " * 61).elements["brief"].reason.startswith("61 words")


def test_what_it_says_is_easy_to_read() -> None:
    for said in shipped()["say"].values():
        assert reading_grade(said["suggestion"]) <= 8, said


@settings(deadline=None)  # the first text waits for rules and model to be read
@given(st.text(alphabet=st.characters() | st.sampled_from("you i was , . ? ' ’ 4pm £ \n"), max_size=300))
def test_it_raises_for_no_text_and_places_are_within_it(text: str) -> None:
    for one in request_check(text).elements.values():
        if one.start is not None and one.end is not None:
            assert 0 <= one.start < one.end <= len(text)


@pytest.mark.parametrize(
    "part", ["i was so ", "you ", "you came home , ", "a", "'", "i i'd've ", "at the ", "é. ", "?!"]
)
def test_a_long_text_takes_less_than_a_second(part: str) -> None:
    text = (part * (100_000 // len(part) + 1))[:100_000]
    request_check("warm")
    begun = time.process_time()
    request_check(text)
    assert time.process_time() - begun < 1


def test_the_sets_are_large_and_whole() -> None:
    for name, least in (
        ("held-out.txt", 300),
        ("training.txt", 2000),
        ("practice-a.txt", 150),
        ("practice-b.txt", 160),
    ):
        examples = list(read_examples(SETS / name))
        assert len({each.text for each in examples}) >= least
        assert all("brief" not in each.elements for each in examples if len(each.text.split()) > 60)


def test_lines_that_cannot_be_read_say_so() -> None:
    with pytest.raises(ValueError, match="not an example"):
        read_example("q | What is this?")
    with pytest.raises(PatternError, match="rule odd: there is no list @nothing"):
        _rule({"id": "odd", "element": "offer", "reason": "x", "any": ["@nothing"]}, rules().lexicon)
    with pytest.raises(ValueError, match="no line BIAS"):
        read_model("# nothing\n")


def test_the_model_is_small_and_beside_the_rules() -> None:
    assert FILE.stat().st_size < 400_000
    assert set(KEYS.values()) == {"brief", *SEEN}
    bare = Reader(rules(), names(rules()), None)
    (sentence,) = sentences_of("I was worried.", rules().spellings)
    assert set(bare.see(sentence, rules().lexicon.read(sentence))) == {"feeling"}
