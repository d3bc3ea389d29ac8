"""Details that reach into each other, and what stands around a replaced one."""

from __future__ import annotations

from allies.language.veiling import veil, veiled


def test_details_that_reach_into_each_other_are_one() -> None:
    text = "He works at the tire shop on Route 9 and likes it."
    found = veil(text)
    assert [text[each.start : each.end] for each in found] == ["the tire shop on Route 9"]


def test_no_comma_stands_before_what_was_said_in_other_words() -> None:
    text = "He stood in the hall and said, “I was with them, Mom.” Then he ate."
    (quote,) = [each for each in veil(text) if each.kind == "quote"]
    assert (
        veiled(text, {quote: "something I remember."})
        == "He stood in the hall and said something I remember. Then he ate."
    )
    assert "said, “Yes.”" in veiled(text, {quote: "“Yes.”"})
