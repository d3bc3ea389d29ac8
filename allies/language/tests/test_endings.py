"""A rule that names a word with its ending never keeps other rules from reading that word."""

from __future__ import annotations

import pytest

from allies.language.lexicon import Lexicon, head, hurried


@pytest.mark.parametrize(
    ("named", "meant"),
    [("mum's", "mum"), ("don't", "do"), ("can't", "can"), ("it's", "it"), ("y'all", "y'all"), ("'s", "'s")],
)
def test_what_a_rule_means(named: str, meant: str) -> None:
    assert head(named) == meant


def test_a_text_is_read_the_same_whatever_rules_name() -> None:
    plain = Lexicon({}, ["mum", "is", "do"], {})
    named = Lexicon({"whose": "mum's don't"}, ["mum", "is", "do", "it's"], {})
    for word, parts in (("mum's", ["mum", "'s"]), ("don't", ["do", "not"])):
        for lexicon in (plain, named):
            assert lexicon.word_code(word).split(" ") == [lexicon.sign[part] for part in parts]


def test_words_that_only_look_like_two() -> None:
    assert not {"here", "were", "hell", "shell", "ill", "well", "id", "shed", "wed", "its", "whore"} & hurried().keys()
