from __future__ import annotations

import sys
from types import ModuleType, SimpleNamespace

import pytest

from allies.answers import details
from allies.answers.details import Choice, Choices, Detail, applied, first_choices

TEXT = "Call Tom at 020 7946 0958 at dawn."


def marked(words: str) -> Detail:
    return Detail(TEXT.index(words), TEXT.index(words) + len(words), "own", "")


def test_choices_are_applied_in_order_and_what_stays_stays() -> None:
    made = [Choice(marked("at dawn"), ""), Choice(marked("Tom"), "my son"), Choice(marked("Call"), None, "Harmless.")]
    assert applied(TEXT, made) == "Call my son at 020 7946 0958."


def test_the_record_of_choices_comes_back_as_it_was() -> None:
    choices = Choices(TEXT, (Choice(marked("Tom"), "my son"), Choice(marked("at dawn"), None, "Many are up then.")))
    assert Choices.loaded(choices.dumped()) == choices
    assert choices.hidden() == ["Tom"]


def test_a_number_is_marked_without_any_veiling(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(details, "find_spec", lambda name: None)
    first = first_choices(TEXT)
    assert "020 7946 0958" in first.hidden()
    assert "7946" not in first.text()


def test_the_veiling_is_used_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    room = ModuleType("allies.language.veiling")
    found = SimpleNamespace(start=5, end=8, kind="name", reason="A name.", proposals=["my son"])
    room.veil = lambda text: [found]  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, room.__name__, room)
    monkeypatch.setattr(details, "find_spec", lambda name: name)
    assert first_choices(TEXT).text() == TEXT.replace("Tom", "my son")
