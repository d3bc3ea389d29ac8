from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allies.accounts import pseudonym as names
from allies.accounts.pseudonym import Refusal


@pytest.mark.parametrize(
    "name",
    [
        "HarborLight",
        "night owl",
        "quiet-river",
        "may_be",
        "st.john",
        "zoë",
        "Ольга",
        "みどりの 猫",
        "고양이",
        "दीपक",
        "abc",
        "x" * 30,
    ],
)
def test_good_names(name: str) -> None:
    assert names.refusal(name) is None


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", Refusal.SHORT),
        ("ab", Refusal.SHORT),
        ("  a  ", Refusal.SHORT),
        ("x" * 31, Refusal.LONG),
        ("night\u200bowl", Refusal.HIDDEN),
        ("night\u202eowl", Refusal.HIDDEN),
        ("night\x07owl", Refusal.HIDDEN),
        ("night\ue000owl", Refusal.HIDDEN),
        ("night\U000e0061", Refusal.HIDDEN),
        ("night\u3164owl", Refusal.HIDDEN),
        ("night\ufe0fowl", Refusal.HIDDEN),
        ("\ufefftea", Refusal.HIDDEN),
        ("night\u0378owl", Refusal.HIDDEN),
        ("night☺owl", Refusal.CHARACTERS),
        ("a\u0332\u0333\u0334b c", Refusal.CHARACTERS),
        ("night!owl", Refusal.CHARACTERS),
        ("owl٣٤", Refusal.CHARACTERS),
        ("nіght", Refusal.SCRIPTS),  # a Cyrillic i
        ("αlice", Refusal.SCRIPTS),
        ("みдори", Refusal.SCRIPTS),
        ("-owl", Refusal.EDGES),
        ("owl.", Refusal.EDGES),
        ("night  owl", Refusal.EDGES),
        ("night-_owl", Refusal.EDGES),
        ("123 45", Refusal.LETTERLESS),
        ("me@home.org", Refusal.MAIL),
        ("jo at gmail", Refusal.MAIL),
        ("owl 555 12 34", Refusal.PHONE),
        ("call5551234", Refusal.PHONE),
        ("www.owl", Refusal.ADDRESS),
        ("nightowl.com", Refusal.ADDRESS),
        ("https owl", Refusal.ADDRESS),
        ("admin", Refusal.RESERVED),
        ("A.d-M_i n", Refusal.RESERVED),
        ("adrnin", Refusal.RESERVED),
        ("M0DERAT0R", Refusal.RESERVED),
        ("A11ies", Refusal.RESERVED),
    ],
)
def test_refused_names(name: str, reason: Refusal) -> None:
    assert names.refusal(name) is reason


def test_an_operators_own_name_is_reserved() -> None:
    assert names.refusal("Harbor House") is None
    assert names.refusal("harborhouse", reserved=("Harbor House",)) is Refusal.RESERVED


@pytest.mark.parametrize("name", ["Mary Miller", "mary from boston", "Jean-Luc", "Anna Maria", "Élodie Petit"])
def test_full_names_are_asked_about(name: str) -> None:
    assert names.looks_like_full_name(name)


@pytest.mark.parametrize("name", ["HarborLight", "night owl", "mary", "NIGHT OWL", "owl 7", "Rose"])
def test_other_names_are_not(name: str) -> None:
    assert not names.looks_like_full_name(name)


@given(st.text(max_size=40))
def test_any_text_gets_an_answer_and_what_passes_is_clean(text: str) -> None:
    if names.refusal(text) is not None:
        return
    name = names.normalise(text)
    assert names.SHORTEST <= len(name) <= names.LONGEST
    assert name == unicodedata.normalize("NFKC", name)
    assert not any(unicodedata.category(c) in {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"} for c in name)
    assert names.refusal(name) is None, "what is kept must itself be a good name"


@given(st.text(max_size=40))
def test_keys_and_skeletons_settle(text: str) -> None:
    assert names.key(names.key(text)) == names.key(text)
    assert names.key(text) == names.key(names.normalise(text))
    assert len(names.key(text[:30])) <= 4 * 30 or names.refusal(text[:30]) is not None


_LETTERS = st.text(alphabet=st.characters(categories=("Ll", "Lu"), max_codepoint=0x52F), min_size=3, max_size=30)


@given(_LETTERS)
def test_names_that_differ_by_case_share_a_key(name: str) -> None:
    if name.upper().lower() == name.lower() and name.lower().upper() == name.upper():
        assert names.key(name.upper()) == names.key(name.lower())
