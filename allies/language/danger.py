"""Danger as the small model sees it (`model.py`): sentences that no rule has seen, and rules that saw too much."""

from __future__ import annotations

from collections.abc import Collection

from allies.language.finding import Finding
from allies.language.model import bounds, shipped_model
from allies.language.reading import Reading

SURE = 0.75  # chance from which the model alone says that minutes matter
REASON = "This sounds as if somebody may be in danger."


def find(reading: Reading, known: Collection[Finding]) -> list[Finding]:
    """Sentences that tell of danger. `known`: what the rules have found there already."""
    model, found = shipped_model(), []
    for sentence in model.worth_a_look(reading.pieces, reading.hints):
        chance = model.chance(sentence)
        if chance >= model.threshold:
            start, end = reading.of_pieces(sentence.start, sentence.end)
            if not any(each.start < end and start < each.end for each in known):
                subkind, hurry = model.kind(sentence)
                found.append(
                    Finding("crisis", start, end, subkind, "urgent" if hurry and chance > SURE else "concern", REASON)
                )
    return found


def doubted(reading: Reading, known: Collection[Finding]) -> set[Finding]:
    """Those of `known` in sentences that the model takes for harmless; where minutes matter, for surely so."""
    model, found = shipped_model(), set[Finding]()
    for first, last in bounds(reading.pieces) if known else ():
        start, end = reading.of_pieces(first, last)
        here = [each for each in known if each.start < end and start < each.end]
        if here:
            chance = model.chance(model.vocabulary.sentence(reading.pieces, first, last))
            found.update(each for each in here if chance < model.doubt[each.severity])
    return found
