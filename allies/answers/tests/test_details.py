from __future__ import annotations

from allies.answers.details import Choice, Choices, applied, first_choices
from allies.language.veiling import Detail

TEXT = "Call Tom at 020 7946 0958 at dawn."


def marked(words: str) -> Detail:
    return Detail(TEXT.index(words), TEXT.index(words) + len(words), "own", "", ("",))


def test_choices_are_applied_in_order_and_what_stays_stays() -> None:
    made = [Choice(marked("at dawn"), ""), Choice(marked("Tom"), "my son"), Choice(marked("Call"), None, "Harmless.")]
    assert applied(TEXT, made) == "Call my son at 020 7946 0958."


def test_the_record_of_choices_comes_back_as_it_was() -> None:
    choices = Choices(TEXT, (Choice(marked("Tom"), "my son"), Choice(marked("at dawn"), None, "Many are up then.")))
    assert Choices.loaded(choices.dumped()) == choices
    assert choices.hidden() == ["Tom"]


def test_the_first_proposals_stand_until_a_person_has_looked() -> None:
    first = first_choices(TEXT)
    assert {"020 7946 0958", "Tom"} <= set(first.hidden())
    assert "7946" not in first.text()
