"""The pattern language: each sign does what patterns.py says."""

from __future__ import annotations

from typing import Any

import pytest

from allies.language import Checker
from allies.language.patterns import PatternError


def checker(*patterns: str, **more: Any) -> Checker:
    rule = {"id": "test", "kind": "advice", "severity": "soft", "reason": "Because.", "any": list(patterns)}
    return Checker([rule | more])


def found(pattern: str, text: str, **more: Any) -> list[str]:
    return [text[each.start : each.end] for each in checker(pattern, **more).check(text)]


@pytest.mark.parametrize(
    ("pattern", "text", "spans"),
    [
        ("blue fish", "A Blue  fish swims.", ["Blue  fish"]),
        ("blue fish", "blue, fish", []),
        ("blue fish", "blue. Fish", []),
        ("blue|green fish", "green fish", ["green fish"]),
        ("blue big? fish", "blue big fish, blue fish", ["blue big fish", "blue fish"]),
        ("blue !red fish", "blue red fish", []),
        ("blue !red fish", "blue old fish", ["blue old fish"]),
        ("blue _ fish", "blue zzz fish", ["blue zzz fish"]),
        ("blue ~2 fish", "blue a b fish", ["blue a b fish"]),
        ("blue ~2 fish", "blue a b c fish", []),
        ("blue ~2 fish", "blue a, b fish", []),
        ("blue ~~2 fish", "blue a, b fish", ["blue a, b fish"]),
        ("blue ~~2 fish", "blue, b fish", ["blue, b fish"]),
        ("blue ~2 fish", "blue, b fish, blue, fish", ["blue, b fish", "blue, fish"]),  # it may begin behind a comma
        ("blue ~2 , fish", "blue b fish", ["blue b fish"]),  # right after a gap a comma says nothing
        ("blue ~2 , fish", "blue b, fish", []),
        ("blue ~2 ,? fish", "blue b, fish", []),
        ("blue ~~2 , fish", "blue b fish, blue b, fish", ["blue b fish", "blue b, fish"]),
        ("blue ~2 _ , fish", "blue b, fish, blue a b, fish", ["blue b, fish", "blue a b, fish"]),
        ("blue ~2 _ , fish", "blue b fish", []),
        ("blue , fish", "blue, fish", ["blue, fish"]),
        ("blue , fish", "blue fish", []),
        ("blue ,? fish", "blue fish", ["blue fish"]),
        ("^ fish", "Fish swim. Fish, fish", ["Fish", "Fish"]),
        ("^, fish", "Well, fish swim", ["fish"]),
        ("fish >", "fish, fish swim", ["fish"]),
        ("fish >>", "fish, fish", ["fish"]),
        ("(blue fish | red bird)? sang", "the red bird sang", ["red bird sang"]),
        ("blue [ fish ]", "a blue fish", ["fish"]),
        ("(blue fish | bird | old cat) swam ~2 away", "a bird swam far away", ["bird swam far away"]),
        ("(blue fish | bird | old cat) swam ~2 away", "an old cat swam away", ["old cat swam away"]),
        ("@kin sang", "My sister sang", ["sister sang"]),
        ("$he sang", "my little brother sang", ["my little brother sang"]),
        ("is not blue", "It isn't blue, it ain’t blue, it isnt blue", ["isn't blue", "ain’t blue", "isnt blue"]),
        ("is blue", "It is blue", ["is blue"]),
        ("he is blue", "he's blue and hes blue", ["he's blue", "hes blue"]),
        ("he has sung", "He’s sung", ["He’s sung"]),
        ("you should", "u shud", ["u shud"]),
        ("@number fish", "I saw 12 fish", ["12 fish"]),
        ("@ing fish", "frying fish", ["frying fish"]),
        ("@ing fish", "the king fish", []),
        ("@ed fish", "We cooked fish, feed fish", ["cooked fish"]),
        ("^ fish >>", "♥ “Fish” ♥", ["Fish"]),
        ("fish big?", "fish big. fish", ["fish big", "fish"]),
    ],
)
def test_what_a_pattern_finds(pattern: str, text: str, spans: list[str]) -> None:
    assert found(pattern, text) == spans


@pytest.mark.parametrize(
    "pattern", ["(blue fish", "blue )", "$nobody", "@nothing here", "~99 fish", "", "~3", "[ blue"]
)
def test_a_pattern_that_cannot_be_read_says_which_rule(pattern: str) -> None:
    with pytest.raises(PatternError, match="rule test"):
        checker(pattern)


@pytest.mark.parametrize(
    "wrong", [{"kind": "colour"}, {"colour": "red"}, {"reason": None, "severity": None, "any": ["$nobody"]}]
)
def test_a_rule_that_cannot_be_read(wrong: dict[str, Any]) -> None:
    with pytest.raises(PatternError):
        checker("fish", **wrong)


def test_exceptions_look_at_the_sentence() -> None:
    rule = {"unless": ["not a %", "yesterday"]}
    assert found("fish", "It is not a fish.", **rule) == []
    assert found("fish", "Not a bird. It is a fish.", **rule) == ["fish"]
    assert found("fish", "Yesterday it was a fish. A fish it is.", **rule) == ["fish"]


def test_quotation_marks_excuse_where_a_rule_says_so() -> None:
    text = "She said “a fish” and a fish came."
    assert found("fish", text, context=["quoted"]) == ["fish"]
    assert found("fish", text) == ["fish", "fish"]


def test_the_longest_of_one_kind_at_one_place() -> None:
    both = checker("fish", "blue fish")
    assert [(each.start, each.end) for each in both.check("a blue fish")] == [(2, 11)]


@pytest.mark.parametrize(
    ("span", "words"),
    [("match", "fish"), ("clause", "a fish came"), ("onward", "fish came"), ("sentence", "Well, a fish came")],
)
def test_what_is_underlined(span: str, words: str) -> None:
    assert found("fish", "Oh. Well, a fish came! And went.", span=span) == [words]


def test_exceptions_with_two_words_side_by_side_or_one() -> None:
    rule = {"unless": ["(not a | hardly) %", "(big lie | rubbish) ~3 %"]}
    assert found("fish", "This is hardly fish.", **rule) == found("fish", "This is not a fish.", **rule) == []
    assert found("fish", "A big lie about fish.", **rule) == found("fish", "What rubbish about fish.", **rule) == []
