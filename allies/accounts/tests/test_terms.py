from __future__ import annotations

from hashlib import sha256

import pytest
from django.utils import translation

from allies.accounts.terms import TERMS, Term

# What members agreed to under each version. When a sentence changes, give it a new version and a new line here.
AGREED = {
    ("age", "2026-11"): "d3cb5f9f10623e86",
    ("confidentiality", "2026-11"): "a05e562329c3600f",
    ("agreement", "2026-11"): "277e9f7b0796e058",
}


def digest(term: Term) -> str:
    with translation.override("en"):
        text = "\n".join(str(part) for part in (term.title, *term.sentences, term.tick))
    return sha256(text.encode()).hexdigest()[:16]


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.key)
def test_a_changed_text_has_a_new_version(term: Term) -> None:
    assert AGREED[(term.key, term.version)] == digest(term)


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.key)
def test_each_is_two_or_three_sentences(term: Term) -> None:
    assert len(term.sentences) in {2, 3}
    assert all(len(str(sentence).split()) <= 28 for sentence in term.sentences)
