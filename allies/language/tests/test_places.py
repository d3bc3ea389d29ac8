"""Places are code points of the text as it was written, whatever stands in it."""

from __future__ import annotations

import pytest

from allies.language import check
from allies.language.folding import fold

TEXTS = [
    ("My brother is an addict.", "addict"),
    ("😀😀 my brother is an addict", "addict"),
    ("My brother is an ADDICT", "ADDICT"),
    ("My brother is an ａｄｄｉｃｔ", "ａｄｄｉｃｔ"),
    ("My brother is an аddiсt", "аddiсt"),  # with two Cyrillic letters
    ("My brother is an ad\u200bdict now", "ad\u200bdict"),
    ("\u200b\u200bMy brother is an addict\u200b", "addict"),
    ("İİİ my brother is an addict", "addict"),
    ("My brother is an add1ct", "add1ct"),
    ("My brother is an add!ct!", "add!ct"),
    ("My brother is an a.d.d.i.c.t and", "a.d.d.i.c.t"),
    ("My brother is an a d d i c t and", "a d d i c t"),
    ("Straße. My brother is an addict", "addict"),
]


@pytest.mark.parametrize(("text", "span"), TEXTS)
def test_the_place_is_where_the_word_stands(text: str, span: str) -> None:
    findings = [each for each in check(text) if each.kind == "stigma"]
    assert [text[each.start : each.end] for each in findings] == [span]


@pytest.mark.parametrize("text", ["İ", "ǆ", "ﬁ", "½", "é", "\u0301", "A\u200bB", "日本", "👩‍👧", "\ud800"])
def test_folding_keeps_the_length_or_says_where_each_letter_was(text: str) -> None:
    folded, places = fold(text)
    assert len(folded) == len(text) if places is None else len(folded) == len(places) - 1


def test_another_language_is_refused_rather_than_passed_over() -> None:
    with pytest.raises(ValueError, match="xx"):
        check("Hello", lang="xx")
