"""Sealed words: what opens, what must not, and what the database is never asked."""

from __future__ import annotations

from secrets import token_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allies.lib.sealed import HEAD, Sealed, UnreadableError, seal, unseal

KEY, PLACE = bytes(range(32)), "room.Model.field:row:owner"


@given(st.text(max_size=300))
def test_what_is_sealed_opens_again(text: str) -> None:
    sealed = seal(text, 7, KEY, PLACE)
    assert sealed.number == 7
    assert unseal(sealed, KEY, PLACE) == text


def test_the_same_words_never_look_the_same() -> None:
    assert seal("He came home.", 1, KEY, PLACE) != seal("He came home.", 1, KEY, PLACE)


@pytest.mark.parametrize("place", ["", "room.Model.field:row:other", "room.Model.other:row:owner", f"{PLACE} "])
def test_they_open_in_their_own_place_only(place: str) -> None:
    with pytest.raises(UnreadableError):
        unseal(seal("He came home.", 1, KEY, PLACE), KEY, place)


def test_another_key_does_not_open_them() -> None:
    with pytest.raises(UnreadableError):
        unseal(seal("He came home.", 1, KEY, PLACE), token_bytes(32), PLACE)


@given(st.data())
def test_one_altered_bit_is_noticed(data: st.DataObject) -> None:
    raw = bytearray(seal("He came home.", 1, KEY, PLACE).raw)
    raw[data.draw(st.integers(0, len(raw) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(UnreadableError):
        unseal(Sealed(bytes(raw)), KEY, PLACE)


@given(st.binary(max_size=HEAD + 20))
def test_what_was_never_sealed_is_told_apart(raw: bytes) -> None:
    with pytest.raises(UnreadableError):
        unseal(Sealed(raw), KEY, PLACE)


def test_sealed_words_say_nothing_when_printed() -> None:
    assert repr(seal("He came home.", 1, KEY, PLACE)) == "<sealed>"
