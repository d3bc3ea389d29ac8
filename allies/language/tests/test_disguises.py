"""Words that are disguised, mistyped, drawn out or part of a name."""

from __future__ import annotations

import pytest

from allies.language import Checker, check
from allies.language.folding import spelled_out, unmask
from allies.language.inflection import slips
from allies.language.lexicon import Lexicon

TERMS = frozenset({"addict", "junkie", "alcoholic", "crackhead", "lush"})


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("an add!ct here", "an addict here"),
        ("an add!ct!", "an addict!"),
        ("an @ddict", "an addict"),
        ("a j*nk*e", "a junkie"),
        ("a cr4ckh3ad", "a crackhead"),
        ("an a1c0h0lic", "an alcoholic"),
        ("an a!coho|ic", "an alcoholic"),
        ("mail me: jo@ddict.example", "mail me: jo@ddict.example"),
        ("room b12x", "room b12x"),
    ],
)
def test_a_mask_is_taken_off_and_no_letter_moves(text: str, plain: str) -> None:
    assert unmask(text, TERMS) == plain
    assert len(plain) == len(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a j.u.n.k.i.e here", ["junkie"]),
        ("he is a j u n k i e", ["junkie"]),
        ("a d d i c t i think", ["addict"]),
        ("l-u-s-h", ["lush"]),
        ("b.b.c. news, u.s.a", []),
    ],
)
def test_what_is_spelled_out(text: str, words: list[str]) -> None:
    found = spelled_out(text, TERMS)
    assert [word for _start, _end, word in found] == words
    assert all(text[start:end][::2] == word for start, end, word in found)


def test_slips_keep_the_first_letter() -> None:
    made = set(slips("addict"))
    assert {"adict", "addcit", "addicct", "addect", "addit", "addic"} <= made
    assert all(each[0] == "a" for each in made)


def test_a_slip_is_read_as_the_word_unless_it_is_another_word() -> None:
    lexicon = Lexicon({"mistyped": "stoner drunkard", "other": "stone"}, [], {})
    assert lexicon.word_code("stonre") == lexicon.word_code("stoner")
    assert lexicon.word_code("drunkkkard") == lexicon.word_code("drunkard")
    assert lexicon.word_code("stone") != lexicon.word_code("stoner")


TITLES = [
    ("The old Blue Fish Club is closed.", True),
    ("Blue Fish and Birds is a good book.", True),
    ("He gave me a blue fish.", False),
    ("BLUE FISH SWIM", False),
    ("Blue fish swim.", False),
    ("He had a Blue Fish once.", False),
]


@pytest.mark.parametrize(("text", "titled"), TITLES)
def test_a_title_is_excused_where_a_rule_says_so(text: str, titled: bool) -> None:
    rule = {"id": "test", "kind": "advice", "severity": "soft", "reason": "Because.", "any": ["blue fish"]}
    assert len(Checker([rule]).check(text)) == 1
    assert len(Checker([rule | {"context": ["titled"]}]).check(text)) == (not titled)


def test_an_alternative_may_end_in_the_last_word_found() -> None:
    rule = {"id": "test", "kind": "advice", "severity": "soft", "reason": "Because.", "any": ["blue _"]}
    finding = Checker([rule | {"alternatives": ["green {last}"]}]).check("A blue Fish.")[0]
    assert finding.alternatives == ("green Fish",)


def test_a_letter_by_letter_term_is_found_as_the_word_would_be() -> None:
    assert [each.kind for each in check("my brother is an a.d.d.i.c.t and")] == ["stigma"]
