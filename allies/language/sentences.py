"""Each sentence as the small model sees it (`model.py`): what no rule has named, and rules that saw too much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from allies.language.finding import Finding
from allies.language.model import KINDS, bounds, features, parts, shipped_model
from allies.language.reading import Reading
from allies.language.rules import shipped

SURE = 0.75  # chance from which the model alone says that minutes matter
SHORT = 7  # pieces of a sentence that is looked at once however often it comes: a hostile text has thousands


Part = tuple[int, int, list[int], int]  # of a text: its first piece, the one behind it, features, see Model.sums


def judged(reading: Reading) -> tuple[list[Part], list[int]]:
    """The parts of a text that the model looks at; and of each sentence, which rules are worth a try (Model.tried)."""
    model, short = shipped_model(), dict[tuple[str, ...], tuple[list[int], int]]()
    found, kinds = list[Part](), list[int]()
    for sentence in bounds(reading.pieces):
        tried = 0
        for first, last in parts(*sentence):
            key = tuple(reading.pieces[first:last]) if last - first <= SHORT else ()
            known = short.get(key)
            if known is None:
                given = features(reading.numbers[first:last])
                known = given, model.sums(given)
                if key:
                    short[key] = known
            tried |= model.tried(known[1])
            found.append((first, last, *known))
        kinds.append(tried)
    return found, kinds


def weighed(reading: Reading, found: Sequence[Finding], parts: Iterable[Part]) -> list[Finding]:
    """What the rules have `found`, less what the model takes for surely harmless, and what it finds itself.

    For harmless it takes what stands neither in a sentence nor in a clause that looks like it.
    """
    model, doubted, added = shipped_model(), set[Finding](), list[Finding]()
    known = [each for each in found if each.kind in model.thresholds]
    for part in parts:
        first, last, _features, total = part
        if not known and not model.is_likely(total):
            continue
        chances = model.chances(total)
        start, end = reading.of_pieces(first, last)
        here = [each for each in known if each.start < end and start < each.end]
        for each in here:
            doubt = model.doubts["urgent" if each.severity == "urgent" else each.kind]
            if chances[each.kind] < doubt and _in_clause(each, part, reading) < doubt:
                doubted.add(each)
        for kind in KINDS if last - first > 1 else ():  # a word between two dots of an address is no sentence
            if chances[kind] >= model.thresholds[kind] and not any(each.kind == kind for each in here):
                added += _finding(kind, chances[kind], part, reading)
    return [each for each in found if each not in doubted] + added


def _in_clause(finding: Finding, part: Part, reading: Reading) -> float:
    """How likely the clause is in which it was found: of several, the likeliest."""
    chances = [0.0]
    for chance, place in _clauses(finding.kind, *part[:2], reading):
        start, end = reading.of_pieces(*place)
        if start < finding.end and finding.start < end:
            chances.append(chance)
    return max(chances)


def _finding(kind: str, chance: float, part: Part, reading: Reading) -> Iterator[Finding]:
    told, (first, last, given, _total) = shipped()["seen"][kind], part
    side = shipped_model().side(kind, given)
    subkind = ""
    if kind == "crisis":
        hurry = side.pop("urgent") > 0 and chance > SURE
        subkind, severity = max(side, key=side.__getitem__), "urgent" if hurry else "concern"
    else:
        first, last = _clause(kind, first, last, reading)
        severity = told["severity"][side.popitem()[1] <= 0]
        if reading.is_quoted(*reading.of_pieces(first, last)):
            return
    place = reading.of_pieces(first, last)
    yield Finding(kind, *place, subkind, severity, told["reason"], tuple(told["alternatives"]))  # type: ignore[arg-type]


def _clause(kind: str, first: int, last: int, reading: Reading) -> tuple[int, int]:
    """The clause that alone is enough, the likeliest of them; the whole sentence when none is."""
    chance, clause = max(_clauses(kind, first, last, reading))
    return clause if chance >= shipped_model().thresholds[kind] else (first, last)


def _clauses(kind: str, first: int, last: int, reading: Reading) -> Iterator[tuple[float, tuple[int, int]]]:
    """How likely each clause is by itself, and its pieces."""
    model = shipped_model()
    marks = [place for place in range(first, last) if reading.codes[place] == ","]
    for start, end in zip([first, *(mark + 1 for mark in marks)], [*marks, last], strict=True):
        if start < end:
            yield model.chances(model.sums(features(reading.numbers[start:end])))[kind], (start, end)
