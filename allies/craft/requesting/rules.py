"""The rules, read from the TOML files in `rules/`: lists of words, spellings, and how each element is seen."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from allies.craft.requesting.patterns import Lexicon, PatternError, compiled, lexicon
from allies.craft.requesting.reading import written_out

FOLDER: Final = Path(__file__).parent / "rules"
SEEN: Final = ("positive", "specific", "feeling", "understanding", "responsibility", "offer", "blame")
COUNTED: Final = ("complaint", "request")
KEYS: Final = {"id", "element", "reason", "any", "also", "unless"}


@dataclass(frozen=True, slots=True)
class Rule:
    id: str
    element: str  # one of SEEN or COUNTED
    reason: str
    any: re.Pattern[str]
    also: re.Pattern[str] | None
    unless: re.Pattern[str] | None

    def count(self, signs: str) -> int:
        return len(self.any.findall(signs))

    def find(self, signs: str) -> tuple[int, int] | None:
        """Where in a sentence's signs the rule sees its element; None when it does not."""
        found = self.any.search(signs)
        if found is None or (self.also and not self.also.search(signs)):
            return None
        if self.unless and self.unless.search(signs):
            return None
        return found.span()


@dataclass(frozen=True, slots=True)
class Rules:
    lexicon: Lexicon
    spellings: Mapping[str, str]
    rules: tuple[Rule, ...]


@cache
def shipped() -> dict[str, Any]:
    """All files of `rules/` as one: lists, spellings, rules, and what is said of each element."""
    whole: dict[str, Any] = {"lists": {}, "spellings": {}, "rule": [], "say": {}}
    for path in sorted(FOLDER.glob("*.toml")):
        for name, given in tomllib.loads(path.read_text(encoding="utf-8")).items():
            whole[name] = whole[name] + given if name == "rule" else whole[name] | given
    return whole


@cache
def rules() -> Rules:
    """Those that are shipped, ready to look with. Raises PatternError with the rule's id."""
    whole = shipped()
    spellings: dict[str, str] = whole["spellings"]
    lists = {name: _written_out(words, spellings) for name, words in whole["lists"].items()}
    sources = [each for rule in whole["rule"] for name in ("any", "also", "unless") for each in rule.get(name, ())]
    words = lexicon(lists, sources)
    return Rules(words, spellings, tuple(_rule(each, words) for each in whole["rule"]))


def _written_out(words: str, spellings: Mapping[str, str]) -> str:
    """A list as texts are read: “mom” is “mum”. What is written out as several words stays as it is."""
    read = (written_out(word, spellings) if word[0].isalnum() else [word] for word in words.split())
    return " ".join(one[0] for one in read if len(one) == 1)


def _rule(given: Mapping[str, Any], words: Lexicon) -> Rule:
    try:
        if unknown := given.keys() - KEYS:
            raise PatternError(f"does not know {sorted(unknown)}")
        if given["element"] not in SEEN + COUNTED:
            raise PatternError(f"{given['element']} is no element")
        more = {name: compiled(given[name], words) if given.get(name) else None for name in ("also", "unless")}
        return Rule(given["id"], given["element"], given["reason"], compiled(given["any"], words), **more)
    except (KeyError, PatternError) as error:
        raise PatternError(f"rule {given.get('id', '?')}: {error}") from None
