"""The check itself: what rules find in a text, less what their exceptions excuse."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache
from typing import Any

from allies.language import identity, senses, sentences
from allies.language.finding import Finding
from allies.language.folding import spelled_out
from allies.language.lexicon import Words
from allies.language.model import ALL_KINDS, KIND_BITS, shipped_model
from allies.language.patterns import FOUND
from allies.language.reading import PASSAGE, Reading
from allies.language.rules import KINDS, Rule, compiled, shipped
from allies.language.searches import Searches

_MOST = 40  # places that one rule looks at in one text: no honest text has more, and a hostile one costs no more
_BESIDE = 64  # signs before and after what was found in which its exceptions lie: more than any of them holds
_FOUND = frozenset({FOUND})
_RANK = {kind: number for number, kind in enumerate(KINDS)}


class Checker:
    """Checks texts by `rules` (as in the files of `rules/`; all that are shipped when there are none given).

    Raises PatternError for rules that cannot be read. Making one takes a moment; keep it.
    """

    def __init__(self, rules: Iterable[Mapping[str, Any]] | None = None) -> None:
        made = compiled(shipped()["rule"] if rules is None else rules)
        self.lexicon, self.rules = made.lexicon, made.rules
        self._whole = rules is None
        self.words = (
            Words(self.lexicon, shipped_model().vocabulary.of, identity.cue) if self._whole else Words(self.lexicon)
        )
        self._patterns = [(pattern, rule) for rule in self.rules for pattern in rule.any]
        gates = (KIND_BITS.get(rule.kind, 0) for _pattern, rule in self._patterns)
        self._searches = Searches((pattern for pattern, _rule in self._patterns), gates)
        self.masked = frozenset(word for word in self.lexicon.lists.get("@maskable", ()) if len(word) > 3)

    def check(self, text: str, *, writer: str | None = None) -> list[Finding]:
        """All findings in `text`, in the order of their places."""
        if not text:
            return []
        reading = Reading(text, self.words, self.masked)
        parts, kinds = sentences.judged(reading) if self._whole else ([], [])
        hits = self._hits(reading, kinds)
        found = [self._finding(*hit, reading) for hit in hits] + self._spelled(reading)
        if self._whole:
            found = sentences.weighed(reading, found, parts) + identity.find(reading, writer)
        first: dict[tuple[int, int, int, str, str], Finding] = {}
        for each in sorted(found, key=_place):
            first.setdefault(_place(each), each)
        return list(first.values())

    def _hits(self, reading: Reading, kinds: Sequence[int] = ()) -> list[tuple[Rule, int, int]]:
        hits: dict[tuple[int, int, int], tuple[Rule, int, int]] = {}
        many: dict[str, int] = defaultdict(int)
        for start, end, tried in reading.passages(kinds, ALL_KINDS):
            signs = reading.signs[start:end]
            here = _FOUND.union(signs)
            for number, match in self._searches.found(signs, here, tried):
                rule = self._patterns[number][1]
                if many[rule.id] >= _MOST:
                    continue
                many[rule.id] += 1
                at, to = match.span("mark") if "mark" in match.re.groupindex else match.span()
                to = at + len(signs[at:to].rstrip(" ,"))
                hit = rule, start + at, start + to
                key = rule.number, *hit[1:]
                if key in hits or (rule.judged and not senses.is_meant(rule.id, reading, *hit[1:])):
                    continue
                if not self._excused(rule, reading, *hit[1:], here):
                    hits[key] = hit
        return _without_covered(list(hits.values()))

    def _excused(self, rule: Rule, reading: Reading, start: int, end: int, here: Set[str]) -> bool:
        if reading.quotations and not rule.quoted_too and reading.is_quoted(*reading.place(start, end)):
            return True
        if reading.has_titles and not rule.titled_too and reading.is_titled(*reading.place(start, end)):
            return True
        begin, finish = reading.sentence(start, end)
        before = reading.signs[max(begin, start - _BESIDE) : start]
        if rule.unless.stand_in(f"{before}{FOUND}{reading.signs[end : min(finish, end + _BESIDE)]}", here):
            return True
        return rule.unless_near.stand_in(reading.signs[begin:finish], here)

    def _finding(self, rule: Rule, start: int, end: int, reading: Reading) -> Finding:
        if rule.span != "match":
            start, end = _widened(reading.signs, start, end, rule.span)
        begin, finish = reading.place(start, end)
        alternatives = rule.alternatives
        if any("{last}" in each for each in alternatives):
            last = reading.text[begin:finish].split()[-1]
            alternatives = tuple(each.replace("{last}", last) for each in alternatives)
        return Finding(rule.kind, begin, finish, rule.subkind, rule.severity, rule.reason, alternatives)

    def _spelled(self, reading: Reading) -> list[Finding]:
        """Terms that are written letter by letter: read once more as the word they are."""
        if not reading.may_be_spelled():
            return []
        findings = []
        for start, end, word in spelled_out(reading.folded, self.masked):
            for each in self.check(f"the {word}")[:1]:
                place = reading.original(start, end)
                findings.append(Finding(each.kind, *place, each.subkind, each.severity, each.reason, each.alternatives))
        return findings


def _widened(signs: str, start: int, end: int, to: str) -> tuple[int, int]:
    """To the end of the clause (`onward`), from its beginning too, or to both ends of the sentence; without marks."""
    marks = ".?!" if to == "sentence" else ".?!,"
    farthest = min(len(signs), end + PASSAGE)
    after = [place for place in (signs.find(mark, end, farthest) for mark in marks) if place >= 0]
    if to == "onward":
        return start, min(after, default=farthest)
    nearest = max(0, start - PASSAGE)
    before = max(signs.rfind(mark, nearest, start) for mark in marks)
    return max(before + 1, nearest), min(after, default=farthest)


def _without_covered(hits: list[tuple[Rule, int, int]]) -> list[tuple[Rule, int, int]]:
    """Of findings of one kind at one place, the longest: “recovering addict” and not “addict” once more.

    What is urgent is not covered by what is not.
    """
    kept: list[tuple[Rule, int, int]] = []
    reach: dict[tuple[str, str, bool], int] = {}
    for rule, start, end in sorted(hits, key=lambda hit: (hit[1], -hit[2], hit[0].number)):
        key = rule.kind, rule.subkind, rule.severity == "urgent"
        if end > reach.get(key, -1):
            kept.append((rule, start, end))
            reach[key] = end
    return kept


def _place(each: Finding) -> tuple[int, int, int, str, str]:
    """What sets a finding apart from the others in a text, in the order in which they are told."""
    return each.start, -each.end, _RANK[each.kind], each.subkind, each.severity


@cache
def shipped_checker() -> Checker:
    return Checker()
