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


def judged(reading: Reading) -> tuple[list[Part], list[bool]]:
    """The parts of a text that the model looks at; and of each sentence, whether any rule would be wrong there."""
    model, short = shipped_model(), dict[tuple[str, ...], tuple[list[int], int]]()
    found, harmless = list[Part](), list[bool]()
    for sentence in bounds(reading.pieces):
        calm = True
        for first, last in parts(*sentence):
            key = tuple(reading.pieces[first:last]) if last - first <= SHORT else ()
            known = short.get(key)
            if known is None:
                given = features(reading.numbers[first:last])
                known = given, model.sums(given)
                if key:
                    short[key] = known
            calm = calm and model.is_harmless(known[1])
            found.append((first, last, *known))
        harmless.append(calm)
    return found, harmless


def weighed(reading: Reading, found: Sequence[Finding], parts: Iterable[Part]) -> list[Finding]:
    """What the rules have `found`, less what the model takes for surely harmless, and what it finds itself."""
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
            doubt = "urgent" if each.severity == "urgent" else each.kind
            if chances[each.kind] < model.doubts[doubt]:
                doubted.add(each)
        for kind in KINDS:
            if chances[kind] >= model.thresholds[kind] and not any(each.kind == kind for each in here):
                added += _finding(kind, chances[kind], part, reading)
    return [each for each in found if each not in doubted] + added


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
    model = shipped_model()
    marks = [place for place in range(first, last) if reading.codes[place] == ","]
    clauses = [(a, b) for a, b in zip([first, *(mark + 1 for mark in marks)], [*marks, last], strict=True) if a < b]
    chance, clause = max((model.chances(model.sums(features(reading.numbers[a:b])))[kind], (a, b)) for a, b in clauses)
    return clause if chance >= model.thresholds[kind] else (first, last)
