"""What a text becomes when proposals are taken; and what holds for every text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allies.language.veiling import KINDS, Detail, veil, veiled
from allies.language.veiling.library import phrases

TAKEN = [  # with the first proposal
    ("My third son came.", "My son came."),
    ("At 3:30 in the morning he rang.", "Early in the morning he rang."),
    ("My husband Gary came in.", "My husband came in."),
    ("He left a 24-hour coin here.", "He left a small keepsake here."),
    ("My 27-year-old son cried.", "My grown-up son cried."),
    ("He is 34 and she is 71.", "He is in his thirties and she is in her seventies."),
    ("He owes £640 again.", "He owes a few hundred again."),
    ("She has been sober for 11 years and 4 months.", "She has been sober for more than ten years."),
    ("We live in Hexham now.", "We live in a town near us now."),
    ("Our dog Biscuit barked.", "Our dog barked."),
    ('He wrote "I am so sorry, Mum" and left.', "He wrote a few words and left."),
    ("I stood at the kitchen window.", "I stood at a window."),
    ("He said so on 12 March.", "He said so in spring."),
]
LEFT_OUT = [  # with the last
    ("At 3:30 in the morning he rang.", "He rang."),
    ("He rang at 3:30 in the morning.", "He rang."),
    ("We drove to Hexham.", "We drove somewhere near here."),
    ("On 12 March, he left.", "He left."),
    ("My 27-year-old son cried.", "My son cried."),
]
KNOWN = sorted(phrases().lexicon.sign)
PIECES = [
    "Darren",
    "Hexham",
    "at 3:30 am",
    "£640",
    "my third son",
    "19",
    "a red Ford",
    "“",
    '"',
    "'",
    ".",
    ",",
    "\n",
    "\u200b",
    "é",
    "ß",
]
texts = st.one_of(
    st.text(max_size=300),
    st.lists(st.one_of(st.sampled_from(KNOWN), st.sampled_from(PIECES)), max_size=50).map(" ".join),
)


@pytest.mark.parametrize(("text", "after"), TAKEN)
def test_the_first_proposal_keeps_the_sentence(text: str, after: str) -> None:
    assert veiled(text, {each: each.proposals[0] for each in veil(text)}) == after


@pytest.mark.parametrize(("text", "after"), LEFT_OUT)
def test_the_last_one_leaves_it_out_where_that_reads_well(text: str, after: str) -> None:
    assert veiled(text, {each: each.proposals[-1] for each in veil(text)}) == after


def test_only_what_was_accepted_is_changed() -> None:
    text = "Darren is 19."
    name, _age = veil(text)
    assert veiled(text, {name: "My son"}) == "My son is 19."
    assert veiled(text, {}) == text


def test_details_of_another_text_are_refused() -> None:
    detail = Detail(3, 9, "name", "", ("x",))
    for details in ({detail: "x"}, {Detail(0, 2, "name", "", ("x",)): "a", Detail(1, 3, "name", "", ("x",)): "b"}):
        with pytest.raises(ValueError, match="not of this text"):
            veiled("abc", details)


@given(texts)
@settings(max_examples=300, deadline=None)
def test_it_never_raises_and_each_place_is_in_the_text(text: str) -> None:
    details = veil(text)
    assert details == veil(text)
    last = 0
    for each in details:
        assert last <= each.start < each.end <= len(text)
        assert each.kind in KINDS
        assert each.proposals
        last = each.end
    veiled(text, {each: each.proposals[-1] for each in details})


SENTENCES = [text.rstrip(".") for text, _after in TAKEN]


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6, unique=True), st.integers(0, 1))
@settings(max_examples=150, deadline=None)
def test_nothing_that_was_marked_is_left_and_there_is_less_to_mark(some: list[str], which: int) -> None:
    text = ". ".join(some) + "."
    details = veil(text)
    after = veiled(text, {each: each.proposals[which % len(each.proposals)] for each in details})
    assert not [text[each.start : each.end] for each in details if text[each.start : each.end] in after]
    assert len(veil(after)) < len(details)
