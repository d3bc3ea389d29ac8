from __future__ import annotations

from allies.answers.details import Choice, Choices, applied, first_choices
from allies.language.veiling import Detail

TEXT = "Call Tom at 020 7946 0958 at dawn."
PARTS = ("At 3:30 in the morning", "the kitchen window", "Marcus", "engineer")


def marked(words: str) -> Detail:
    return Detail(TEXT.index(words), TEXT.index(words) + len(words), "own", "", ("",))


def test_choices_are_applied_in_order_and_what_stays_stays() -> None:
    made = [Choice(marked("at dawn"), ""), Choice(marked("Tom"), "my son"), Choice(marked("Call"), None, "Harmless.")]
    assert applied(TEXT, made) == "Call my son at 020 7946 0958."


def test_words_are_put_in_as_a_sentence_has_them() -> None:
    source = "I slept. At 3:30 in the morning he wrote from the kitchen window. Marcus, an engineer, was cold."
    detail = [Detail(at := source.index(part), at + len(part), "own", "", ()) for part in PARTS]
    words = ("early in the morning", "a window", "my son", "builder")
    made = [Choice(each, said) for each, said in zip(detail, words, strict=True)]
    assert applied(source, made) == "I slept. Early in the morning he wrote from a window. My son, a builder, was cold."
    made = [Choice(detail[0], ""), *made[1:]]
    assert applied(source, made).startswith("I slept. He wrote from a window.")


def test_the_record_of_choices_comes_back_as_it_was() -> None:
    choices = Choices(TEXT, (Choice(marked("Tom"), "my son"), Choice(marked("at dawn"), None, "Many are up then.")))
    assert Choices.loaded(choices.dumped()) == choices
    assert choices.hidden() == ["Tom"]


def test_the_first_proposals_stand_until_a_person_has_looked() -> None:
    first = first_choices(TEXT)
    assert {"020 7946 0958", "Tom"} <= set(first.hidden())
    assert "7946" not in first.text()
