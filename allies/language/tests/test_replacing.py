"""Taking an alternative leaves a sentence that can be read."""

from __future__ import annotations

import pytest

from allies.language import Finding
from allies.language.replacing import in_place, replaced


def finding(text: str, span: str) -> Finding:
    start = text.index(span)
    return Finding("stigma", start, start + len(span), "", "mild", "Because.")


@pytest.mark.parametrize(
    ("text", "span", "alternative", "after"),
    [
        ("He is an addict now.", "addict", "person with an addiction", "He is a person with an addiction now."),
        ("He is a junkie.", "junkie", "ill person", "He is an ill person."),
        ("A junkie came.", "junkie", "ill person", "An ill person came."),
        ("An addict came.", "addict", "user of words", "A user of words came."),
        ("Addicts lie.", "Addicts", "people who use drugs", "People who use drugs lie."),
        ("ADDICTS LIE.", "ADDICTS", "people who use drugs", "People who use drugs LIE."),
        ("an addicts' group", "addicts", "people in recovery", "people in recovery' group"),
        ("Panama addict", "addict", "person", "Panama person"),
        ("😀 an addict", "addict", "person", "😀 a person"),
        ("It rained. Addicts lie.", "Addicts", "people in need", "It rained. People in need lie."),
        ("an hour", "hour", "honest hour", "an honest hour"),
        ("my son, John Smith", "John Smith", "my son", "my son, my son"),
    ],
)
def test_what_a_text_becomes(text: str, span: str, alternative: str, after: str) -> None:
    assert replaced(text, finding(text, span), alternative) == after


def test_what_a_writer_changes_at_once_takes_the_article_along() -> None:
    text = "He is an addict."
    found = Finding("stigma", 9, 15, "", "mild", "Because.", ("person in need", "ill man"))
    start, end, words = in_place(text, found)
    assert (text[start:end], words) == ("an addict", ("a person in need", "an ill man"))


def test_without_alternatives_the_place_is_the_finding() -> None:
    assert in_place("an addict", Finding("stigma", 3, 9, "", "mild", "Because.")) == (3, 9, ())
