"""The rules, read from the files in `rules/`: what is looked for, why, and what to say instead.

A file holds `[lists]` of words, `[patterns]` by name, `[contexts]` (exceptions that rules share), `[seen.KIND]`
(what is said of a sentence that only the small model has seen: `sentences.py`) and `[[rule]]`s:

    id, kind, subkind, severity      what a finding says (see finding.py)
    reason, alternatives, source     for the writer; where the rule comes from; {last} in an alternative is the last
                                     word of what was found
    any                              patterns (see patterns.py): one of them is enough
    unless                           exceptions: patterns looked for in the same sentence; with % for what was found
    context                          names of shared exceptions; always there are `quoted`: inside quotation marks,
                                     and `titled`: part of a name or title, by its capitals
    span                             what is underlined: match (default), onward (to the clause's end), clause, sentence
    judged                           the patterns name a word of several senses; what stands around it tells whether it
                                     is meant so (`senses.py`)
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from allies.language.finding import Kind
from allies.language.lexicon import Lexicon, hurried
from allies.language.patterns import Compiler, Pattern, PatternError
from allies.language.searches import Exceptions

FOLDER = Path(__file__).parent / "rules"
KINDS = ("crisis", "identity", "stigma", "advice", "disrespect")
KEYS = {"id", "kind", "subkind", "severity", "reason", "alternatives", "source", "any", "unless", "context"}
KEYS |= {"span", "judged"}
QUOTED, TITLED = "quoted", "titled"
_PLAIN_WORD = re.compile(r"[a-z0-9][a-z0-9']*|'[sd]")


@dataclass(frozen=True, slots=True)
class Rule:
    number: int  # its place among the others
    id: str
    kind: Kind
    subkind: str
    severity: str
    reason: str
    alternatives: tuple[str, ...]
    source: str
    any: tuple[Pattern, ...]
    unless: Exceptions  # that look at what was found
    unless_near: Exceptions  # that look at the rest of the sentence alone
    quoted_too: bool
    titled_too: bool
    span: str
    judged: bool


@dataclass(frozen=True, slots=True)
class Rules:
    lexicon: Lexicon
    rules: tuple[Rule, ...]


@cache
def shipped() -> dict[str, Any]:
    """All files of `rules/` as one: lists, patterns, contexts and rules."""
    tables = ("lists", "patterns", "contexts", "spellings", "frequency", "seen")
    whole: dict[str, Any] = {name: {} for name in tables} | {"rule": []}
    for path in sorted(FOLDER.glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        for name in tables:
            twice = whole[name].keys() & data.get(name, {}).keys()
            if twice:
                raise PatternError(f"{path.name}: {name} has {sorted(twice)} once more")
            whole[name] |= data.get(name, {})
        whole["rule"] += data.get("rule", [])
    return whole


def compiled(rules: Iterable[Mapping[str, Any]]) -> Rules:
    """`rules` made ready to be looked for, with the lists, patterns and contexts that are shipped.

    Raises PatternError, with the rule's id, for a rule that cannot be read.
    """
    whole, rules = shipped(), list(rules)
    lexicon = Lexicon(whole["lists"], _words_in(whole, rules), hurried() | whole["spellings"])
    weight = Counter[str]()
    for word, often in whole["frequency"].items():
        weight[lexicon.sign.get(word, "")] += often
    compiler = Compiler(lexicon.signs, whole["patterns"], lambda keys: sum(_often(key, weight) for key in keys))
    return Rules(lexicon, tuple(_rule(number, each, compiler, whole["contexts"]) for number, each in enumerate(rules)))


def _often(key: str, weight: Mapping[str, int]) -> float:
    """In how many of a thousand comments a sign is; about in how many it begins a clause, or two are side by side."""
    often = [weight.get(sign) or 1 for sign in key if sign not in " ,"]
    if key[0] == ",":
        return 0.2 * often[0]
    return often[0] if len(often) == 1 else 0.3 * often[0] * often[1] / 1000


def _rule(number: int, given: Mapping[str, Any], compiler: Compiler, contexts: Mapping[str, list[str]]) -> Rule:
    try:
        if unknown := given.keys() - KEYS:
            raise PatternError(f"does not know {sorted(unknown)}")
        if given["kind"] not in KINDS:
            raise PatternError(f"{given['kind']} is no kind")
        asked = given.get("context", [])
        shared = [each for name in asked if name not in {QUOTED, TITLED} for each in contexts[name]]
        exceptions = [*given.get("unless", []), *shared]
        return Rule(
            number=number,
            id=given["id"],
            kind=given["kind"],
            subkind=given.get("subkind", ""),
            severity=given["severity"],
            reason=given["reason"],
            alternatives=tuple(given.get("alternatives", ())),
            source=given.get("source", ""),
            any=tuple(map(compiler.pattern, given["any"])),
            unless=Exceptions(compiler.pattern(each) for each in exceptions if "%" in each),
            unless_near=Exceptions(compiler.pattern(each) for each in exceptions if "%" not in each),
            quoted_too=QUOTED not in asked,
            titled_too=TITLED not in asked,
            span=given.get("span", "match"),
            judged=given.get("judged", False),
        )
    except (KeyError, PatternError) as error:
        raise PatternError(f"rule {given.get('id', '?')}: {error}") from None


def _words_in(whole: Mapping[str, Any], rules: list[Mapping[str, Any]]) -> set[str]:
    """Every plain word that a pattern names."""
    sources = [*whole["patterns"].values(), *(each for some in whole["contexts"].values() for each in some)]
    for rule in rules:
        sources += [*rule.get("any", ()), *rule.get("unless", ())]
    named = {part for source in sources for token in source.split() for part in re.split(r"[|()\[\]!?]", token)}
    return {word for word in named if _PLAIN_WORD.fullmatch(word)}
