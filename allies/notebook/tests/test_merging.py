"""Nothing that was typed on either device is lost, and a form saved twice is saved once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from allies.notebook.merging import Value, merged

NAMES = ("what", "more", "hard")
texts = st.fixed_dictionaries({name: st.text("ab \n", max_size=6) for name in NAMES})
tapped = st.lists(st.sampled_from("abcd"), unique=True)


@given(texts, texts, texts)
def test_typed_words_stay(base: dict[str, str], theirs: dict[str, str], mine: dict[str, str]) -> None:
    result = merged(mine, theirs, lambda name, value: value == base[name])
    for name in NAMES:
        for side in (mine, theirs):
            assert side[name] == base[name] or side[name] in result.given[name]
        if mine[name] == base[name]:
            assert result.given[name] == theirs[name]
        if theirs[name] == base[name]:
            assert result.given[name] == mine[name]


@given(texts, texts, texts)
def test_saving_twice_is_saving_once(base: dict[str, str], theirs: dict[str, str], mine: dict[str, str]) -> None:
    once = merged(mine, theirs, lambda name, value: value == base[name]).given
    assert merged(mine, once, lambda name, value: value == base[name]).given == once


@given(tapped, tapped, tapped)
def test_taps_of_both_stay(base: list[str], theirs: list[str], mine: list[str]) -> None:
    def is_base(_name: str, value: Value) -> bool:
        return value == base

    result = merged({"i_did": mine}, {"i_did": theirs}, is_base).given["i_did"]
    if base not in (mine, theirs):
        assert set(result) == {*mine, *theirs}
    if result != base:  # each side took another tap away: all stand again, and a retry counts as the later change
        assert merged({"i_did": mine}, {"i_did": result}, is_base).given["i_did"] == result


def test_which_fields_were_changed_on_both_sides() -> None:
    result = merged({"what": "b", "more": ""}, {"what": "c", "more": "d"}, lambda _name, value: value in {"a", ""})
    assert result.both == ("what",)
    assert result.given == {"what": "c\n\nb", "more": "d"}


def test_fields_of_another_form_stay() -> None:
    assert merged({"what": "b"}, {"hour": "night"}, lambda _name, value: not value).given == {
        "hour": "night",
        "what": "b",
    }
