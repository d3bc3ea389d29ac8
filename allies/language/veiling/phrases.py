"""Details that patterns over words find (`patterns.toml`, with the words of `lists.toml`)."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from allies.language.identity import cue
from allies.language.lexicon import Lexicon, Words, hurried
from allies.language.patterns import FOUND, Compiler, Pattern, PatternError
from allies.language.reading import Reading
from allies.language.rules import shipped
from allies.language.searches import Exceptions, Searches
from allies.language.veiling.detail import FOLDER, Mark, kinds, lists

_MOST = 200  # places that one pattern looks at in one text: no honest text has more, and a hostile one costs no more
_BESIDE = 24  # signs before and after what was found in which its exceptions lie
_PLAIN_WORD = re.compile(r"[a-z0-9][a-z0-9']*|'[sd]")
_KEYS = {"kind", "any", "only", "unless", "proposals"}


@dataclass(frozen=True, slots=True)
class _Rule:
    kind: str
    only: Exceptions | None  # of these one must be there: % is what was found
    unless: Exceptions
    never: tuple[Pattern, ...]  # what was found must not be this itself
    proposals: tuple[str, ...]


class Phrases:
    """Raises PatternError for patterns that cannot be read."""

    def __init__(self) -> None:
        data = tomllib.loads((FOLDER / "patterns.toml").read_text(encoding="utf-8"))
        self.lexicon = Lexicon(lists()["lists"], _words_in(data), hurried() | shipped()["spellings"])
        self.words = Words(self.lexicon, cue=cue)
        often = shipped()["frequency"]
        weight: dict[str, float] = defaultdict(float)
        for word, sign in self.lexicon.sign.items():
            weight[sign] += often.get(word, 1)
        compiler = Compiler(self.lexicon.signs, data["patterns"], lambda keys: sum(_cost(key, weight) for key in keys))
        self.found_by: list[tuple[Pattern, _Rule]] = []
        for given in data["rule"]:
            rule = _rule(given, compiler)
            self.found_by += [(compiler.pattern(each), rule) for each in given["any"]]
        self.searches = Searches(pattern for pattern, _rule_ in self.found_by)

    def find(self, reading: Reading) -> Iterator[Mark]:
        """Places in the folded text."""
        yield from (mark for _number, mark in sorted(self._found(reading)))

    def _found(self, reading: Reading) -> Iterator[tuple[int, Mark]]:
        many: dict[int, int] = defaultdict(int)
        signs = reading.signs
        for start, end, _calm in reading.passages():
            part = signs[start:end]
            for number, match in self.searches.found(part, frozenset(part)):
                many[number] += 1
                if many[number] > _MOST:
                    continue
                begin, finish = match.span("mark") if "mark" in match.re.groupindex else match.span()
                finish = begin + len(part[begin:finish].rstrip(" ,.?!"))
                rule = self.found_by[number][1]
                if finish > begin and _counts(rule, signs, start + begin, start + finish):
                    yield number, _mark(rule, reading, start + begin, start + finish)


def _counts(rule: _Rule, signs: str, start: int, end: int) -> bool:
    if any(each.search.fullmatch(signs, start, end) for each in rule.never):
        return False
    around = f"{signs[max(0, start - _BESIDE) : start]}{FOUND}{signs[end : end + _BESIDE]}"
    here = frozenset(around)
    if rule.only is not None and not rule.only.stand_in(around, here):
        return False
    return not rule.unless.stand_in(around, here)


def _mark(rule: _Rule, reading: Reading, start: int, end: int) -> Mark:
    begin, finish = reading.letters(start, end)
    words = reading.folded[begin:finish].split()
    first, last = words[0], words[-1].removesuffix("'s")
    return Mark(
        begin,
        finish,
        rule.kind,
        tuple(each.replace("{last}", last).replace("{first}", first) for each in rule.proposals),
    )


def _rule(given: Mapping[str, Any], compiler: Compiler) -> _Rule:
    if unknown := given.keys() - _KEYS:
        raise PatternError(f"a rule for “{given.get('kind')}” does not know {sorted(unknown)}")
    if given["kind"] not in kinds():
        raise PatternError(f"{given['kind']} is no kind of detail")
    unless = given.get("unless", ())
    return _Rule(
        kind=given["kind"],
        only=Exceptions(map(compiler.pattern, given["only"])) if "only" in given else None,
        unless=Exceptions(compiler.pattern(each) for each in unless if "%" in each),
        never=tuple(compiler.pattern(each) for each in unless if "%" not in each),
        proposals=tuple(given.get("proposals", ())),
    )


def _cost(key: str, weight: Mapping[str, float]) -> float:
    often = [weight.get(sign, 1) for sign in key if sign not in " ,"]
    return (
        often[0]
        if len(often) == 1 and key[0] != ","
        else 0.3 * often[0] * (often[-1] if len(often) > 1 else 1000) / 1000
    )


def _words_in(data: Mapping[str, Any]) -> set[str]:
    """Every plain word that a pattern names."""
    sources = list(data["patterns"].values())
    for rule in data["rule"]:
        sources += [*rule["any"], *rule.get("only", ()), *rule.get("unless", ())]
    named = {part for source in sources for token in source.split() for part in re.split(r"[|()\[\]!?]", token)}
    return {word for word in named if _PLAIN_WORD.fullmatch(word)}
