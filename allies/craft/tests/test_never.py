"""What would be dangerous to leave to consequences is named; what only costs money, sleep or pride is not."""

from __future__ import annotations

import pytest

from allies.craft.never import DANGERS, Danger, never

DANGEROUS: dict[Danger, tuple[str, ...]] = {
    "overdose": (
        "I carry naloxone", "I check that she is breathing at night", "I wake him up to check", "I buy test strips",
        "I check if he is still alive", "I stay when he passes out",
    ),
    "withdrawal": ("I give him a beer in the morning when he shakes", "I drive him to the methadone clinic",
        "I stay with her in withdrawal",
    ),
    "suicide": ("I hide the pills because he talks of dying", "I stay up when she says she wants to die",
        "I sleep at his door so he does not hurt himself",
    ),
    "violence": ("I keep quiet so that he does not hit me", "I give her money because she threatens me",
        "I lock away the gun",
    ),
    "child": ("I look after the kids when she drinks", "I pick up the children from school", "I feed her baby",
        "The children would be alone",
    ),
    "driving": ("I pick him up from the bar", "I drive her home when she is drunk", "I hide the keys so he can't drive",
        "I give him a ride when he has had too many", "I take his keys when he is high",
    ),
    "cold": ("I let him sleep on the couch when it is freezing", "I let her stay in winter", "He would be homeless",
        "I pay his rent so he is not on the street",
    ),
    "medical": ("I call the ambulance", "I bring her insulin", "I take him to the emergency room"),
}  # fmt: skip
SAFE = (
    "paying his phone bill", "I pay his phone bill", "I pay his fines for driving drunk", "I pay the hospital bill",
    "I call in sick for him at work", "I clean up after her", "I give him money for the weekend", "I lie to his boss",
    "I do her laundry", "I lend him my card", "I pay his rent", "I make excuses to my parents", "I tidy his room",
    "I cook for him when he comes home late", "I wash the sheets", "I write his job applications", "I buy cigarettes",
    "I apologise to the neighbours for the noise", "I wake him up for work", "I tell the children that he is ill",
    "I pay his car insurance", "I drive him to work", "I cancel plans with friends", "",
)  # fmt: skip


@pytest.mark.parametrize(("text", "danger"), [(text, danger) for danger, some in DANGEROUS.items() for text in some])
def test_danger_is_named(text: str, danger: Danger) -> None:
    assert never(text) == danger
    assert never(text.upper()) == danger


@pytest.mark.parametrize("text", SAFE)
def test_what_is_safe_to_stop_is_not_refused(text: str) -> None:
    assert never(text) is None


@pytest.mark.parametrize("danger", DANGERS)
def test_what_she_says_counts_whatever_the_words(danger: Danger) -> None:
    assert never("I pay his phone bill", [danger]) == danger


def test_the_gravest_is_named() -> None:
    assert never("I bring her insulin", ["cold", "overdose"]) == "overdose"
    assert never("I pay his phone bill", ["nonsense"]) is None
