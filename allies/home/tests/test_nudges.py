from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allies.home.nudges import AT_MOST, QUOTED, nudges
from allies.language import Finding
from allies.language.finding import Kind


def found(text: str, words: str, kind: Kind = "stigma", subkind: str = "", *offers: str, nth: int = 0) -> Finding:
    start = -1
    for _time in range(nth + 1):
        start = text.index(words, start + 1)
    return Finding(kind, start, start + len(words), subkind, "mild", "Why.", offers)


@pytest.mark.parametrize("before", ["", "Oh, ", "😀", "👩‍👩‍👧 and 🧡: ", "é\n\n", "𝒳"])
def test_places_are_those_of_a_browser(before: str) -> None:
    text = f"{before}a junkie 😀"
    (nudge,) = nudges(text, [found(text, "junkie")])
    ((start, end),) = nudge.places
    assert text.encode("utf-16-le")[start * 2 : end * 2].decode("utf-16-le") == "junkie"
    assert nudge.spans == f"{start}-{end}"


@given(st.text(alphabet="ab\n\u00e9\u4e2d\U0001f600\U0001d4b3", min_size=1), st.data())
def test_whatever_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    (nudge,) = nudges(text, [Finding("stigma", start, end, "", "mild", "Why.")])
    ((first, last),) = nudge.places
    assert text.encode("utf-16-le")[first * 2 : last * 2].decode("utf-16-le") == text[start:end]


def test_the_same_words_are_one_thought_with_all_their_places() -> None:
    text = "a junkie is a junkie"
    (nudge,) = nudges(text, [found(text, "junkie", nth=1), found(text, "junkie")])
    assert nudge.places == ((2, 8), (14, 20))


def test_danger_is_no_nudge() -> None:
    assert nudges("help", [found("help", "help", "crisis", "overdose")]) == []


def test_says_what_it_is() -> None:
    text = "Rodney Falk, you idiot, 602-555-0173"
    said = nudges(
        text,
        [
            found(text, "602-555-0173", "identity", "phone", "[my number]", "[a number]", "[number]"),
            found(text, "Rodney Falk", "identity", "something new"),
            found(text, "you idiot", "disrespect"),
        ],
    )
    assert [nudge.what for nudge in said] == [
        "could show who somebody is",
        "may hurt somebody here",
        "a phone number",
    ]
    assert said[2].alternatives == ("[my number]", "[a number]")


def test_a_long_passage_is_quoted_in_part_and_a_long_text_gives_few_thoughts() -> None:
    text = " ".join(f"word{number}\n" for number in range(100))
    (long,) = nudges(text, [Finding("advice", 0, len(text), "", "direct", "Why.")])
    assert len(long.quote) <= QUOTED
    assert long.quote.endswith("…")
    assert "\n" not in long.quote
    assert len(nudges(text, [found(text, f"word{number}") for number in range(100)])) == AT_MOST


def test_an_alternative_brings_its_article_along() -> None:
    text = "😀 He is an addict."
    (nudge,) = nudges(text, [found(text, "addict", "stigma", "", "person in need")])
    assert (nudge.quote, nudge.alternatives) == ("an addict", ("a person in need",))
    assert nudge.places == ((9, 18),)
