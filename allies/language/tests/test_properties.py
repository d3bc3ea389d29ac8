"""What holds for every text."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allies.language import Finding, check
from allies.language.checker import shipped_checker
from allies.language.rules import KINDS

HARMLESS = [
    "Thank you for reading.",
    "The kettle is on.",
    "We had soup and the radio was playing.",
    "It rained all of Tuesday and the garden liked it.",
]
ALARMS = [
    "He is not breathing and his lips are blue",
    "I want to die and I have the pills here",
    "he has a knife and he is outside my door",
    "she left the baby alone in the bath",
]


@cache
def known_words() -> list[str]:
    return sorted(shipped_checker().lexicon.sign)


texts = st.one_of(
    st.text(max_size=400),
    st.lists(st.sampled_from(known_words()), max_size=60).map(" ".join),
    st.lists(
        st.one_of(st.sampled_from(known_words()), st.sampled_from([".", ",", "?", "“", "”", "'", "\n", "5", "@"]))
    ).map(" ".join),
)


@given(texts)
@settings(max_examples=400, deadline=None)
def test_it_never_raises_and_each_place_is_in_the_text(text: str) -> None:
    findings = check(text)
    for each in findings:
        assert 0 <= each.start < each.end <= len(text)
        assert text[each.start : each.end].strip()
        assert each.kind in KINDS
        assert each.reason
    assert findings == check(text)
    assert [each.start for each in findings] == sorted(each.start for each in findings)
    assert len(findings) == len(set(findings))


def crises(findings: list[Finding]) -> set[tuple[str, int]]:
    return {(each.subkind, each.start) for each in findings if each.kind == "crisis"}


def test_the_alarms_are_seen() -> None:
    assert all(crises(check(alarm)) for alarm in ALARMS)


@given(
    st.sampled_from(ALARMS),
    st.lists(st.sampled_from(HARMLESS), max_size=40),
    st.lists(st.sampled_from(HARMLESS), min_size=1, max_size=40),
    st.sampled_from([". ", "\n", "\n\n", "! ", "… "]),
)
@settings(max_examples=200, deadline=None)
def test_harmless_words_behind_it_hide_no_alarm(alarm: str, before: list[str], after: list[str], end: str) -> None:
    begun = " ".join([*before, alarm])
    assert crises(check(begun)) <= crises(check(begun + end + " ".join(after)))


@given(texts, st.sampled_from(HARMLESS))
@settings(max_examples=200, deadline=None)
def test_a_sentence_behind_any_text_removes_no_alarm(text: str, after: str) -> None:
    assert crises(check(text)) <= crises(check(f"{text}\n\n{after}"))


@pytest.mark.parametrize("before", ["...", "… ", "?! ", "\n\n", "- ", "“", "(", "♥ ", "! "])
def test_what_stands_before_the_first_word_hides_nothing(before: str) -> None:
    for text in ("You should throw him out.", "He is not breathing and his lips are blue.", "She is a dirty addict."):
        plainly = [(each.kind, each.start, each.end) for each in check(text)]
        found = [(each.kind, each.start - len(before), each.end - len(before)) for each in check(before + text)]
        assert found == plainly != []
