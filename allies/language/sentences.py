"""Each sentence as the small model sees it (`model.py`): what no rule has named, and rules that saw too much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from allies.language.finding import Finding
from allies.language.model import KIND_BITS, KINDS, bounds, features, parts, shipped_model
from allies.language.reading import Reading
from allies.language.rules import shipped

SURE = 0.75  # chance from which the model alone says that minutes matter
SHORT = 7  # pieces of a sentence that is looked at once however often it comes: a hostile text has thousands
LONG = 44  # pieces of a sentence of which the whole tells; in a longer one much that is calm can hide a little
WINDOW, STEP = 16, 8  # pieces that are looked at together in a long one, and from one look to the next
DANGER = KIND_BITS["crisis"]
MOST = 40  # parts that are looked at so in one text: no honest text has more, and a hostile one costs no more
CLEAR = 0.5  # chance of danger from which such a look alone says so


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
            tried |= model.tried(known[1]) | (DANGER if last - first > LONG else 0)
            found.append((first, last, *known))
        kinds.append(tried)
    return found, kinds


def weighed(reading: Reading, found: Sequence[Finding], parts: Sequence[Part]) -> list[Finding]:
    """What the rules have `found`, less what the model takes for surely harmless, and what it finds itself."""
    model, added = shipped_model(), list[Finding]()
    asked = [each for each in found if each.kind in model.thresholds]
    believed = _believed(reading, asked, parts)
    for number, part in enumerate(parts):
        first, last, _given, total = part
        if number < MOST and last - first > LONG and model.tried(total) & DANGER and not model.is_likely(total):
            first, last, _given, total = part = max(_windows(part, reading), key=lambda it: _crisis(it[-1]))
            if _crisis(total) < CLEAR:
                continue
        if last - first < 2 or not model.is_likely(total):  # a word between two dots of an address is no sentence
            continue
        chances, place = model.chances(total), reading.of_pieces(first, last)
        here = {each.kind for each in believed if _meet(each, place)}
        for kind in KINDS:
            if chances[kind] >= model.thresholds[kind] and kind not in here:
                added += _finding(kind, chances[kind], part, reading)
    return [each for each in found if each not in asked or each in believed] + added


def _believed(reading: Reading, found: Sequence[Finding], parts: Iterable[Part]) -> set[Finding]:
    """Those that look like what they are: their sentence does, or their clause, or what stands close together there."""
    model, best = shipped_model(), dict.fromkeys(found, 0.0)
    doubts = {each: model.doubts["urgent" if each.severity == "urgent" else each.kind] for each in found}
    for part in parts if found else ():
        place, looks = reading.of_pieces(*part[:2]), list[tuple[tuple[int, int], dict[str, float]]]()
        for each in [each for each in best if _meet(each, place)]:
            best[each] = max(best[each], model.chances(part[-1])[each.kind])
            if best[each] < doubts[each]:
                looks = looks or [
                    (reading.of_pieces(*look), _chances(*look, reading)) for look in _looks(part, reading)
                ]
                best[each] = max([best[each], *(chances[each.kind] for place, chances in looks if _meet(each, place))])
    return {each for each in found if best[each] >= doubts[each]}


def _windows(part: Part, reading: Reading) -> Iterator[Part]:
    """Some words of a long part after the other."""
    for start in range(part[0], part[1], STEP):
        end = min(part[1], start + WINDOW)
        given = features(reading.numbers[start:end])
        yield start, end, given, shipped_model().sums(given)


def _crisis(total: int) -> float:
    return shipped_model().chances(total)["crisis"]


def _meet(finding: Finding, place: tuple[int, int]) -> bool:
    return finding.start < place[1] and place[0] < finding.end


def _looks(part: Part, reading: Reading) -> Iterator[tuple[int, int]]:
    """What of a part is looked at by itself: its clauses, and in a long one some words after the other."""
    first, last = part[:2]
    yield from _clauses(first, last, reading)
    if last - first > LONG:
        yield from (window[:2] for window in _windows(part, reading))


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
    chance, clause = max((_chances(*each, reading)[kind], each) for each in _clauses(first, last, reading))
    return clause if chance >= shipped_model().thresholds[kind] else (first, last)


def _clauses(first: int, last: int, reading: Reading) -> Iterator[tuple[int, int]]:
    """The pieces of each clause."""
    marks = [place for place in range(first, last) if reading.codes[place] == ","]
    yield from ((a, b) for a, b in zip([first, *(mark + 1 for mark in marks)], [*marks, last], strict=True) if a < b)


def _chances(first: int, last: int, reading: Reading) -> dict[str, float]:
    """How likely these pieces are by themselves."""
    model = shipped_model()
    return model.chances(model.sums(features(reading.numbers[first:last])))
