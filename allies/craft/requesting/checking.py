"""Which of the seven elements a planned message has. Source: METHOD procedure 4 (communication)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from allies.craft.requesting.model import Model, Names, names, shipped_model
from allies.craft.requesting.reading import Sentence, sentences_of
from allies.craft.requesting.rules import COUNTED, SEEN, Rules, rules, shipped

ELEMENTS: Final = ("brief", "positive", "specific", "feeling", "understanding", "responsibility", "offer")
MOST_WORDS, MOST_ASKED = 60, 2  # of a brief message: words; complaints and requests
LONGEST = 60  # words of a sentence that are looked at together; one without an end is cut
SURE: Final = dict.fromkeys(SEEN, 0.35) | {
    "understanding": 0.3,
    "blame": 0.5,
}  # from this chance the model alone is believed
DOUBT: Final = dict.fromkeys(SEEN, 0.02) | {"positive": 0.05, "specific": 0.05, "blame": 0.05}  # below it a rule is not


@dataclass(frozen=True, slots=True)
class Element:
    """`start` and `end`: where it is seen, code points of the text; None when there is no one place."""

    present: bool
    reason: str
    suggestion: str = ""  # one sentence, when it is missing
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class RequestCheck:
    elements: Mapping[str, Element]  # by name, in the order of ELEMENTS
    words: int
    complaints: int  # and requests

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(name for name, element in self.elements.items() if not element.present)


@dataclass(frozen=True, slots=True)
class Seen:
    reason: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reader:
    rules: Rules
    names: Names
    model: Model | None

    def sentences(self, text: str) -> Iterator[Sentence]:
        for whole in sentences_of(text, self.rules.spellings):
            for first in range(0, len(whole.words), LONGEST):
                words = whole.words[first : first + LONGEST]
                yield Sentence(words, words[0].start, words[-1].end)

    def by_rule(self, sentence: Sentence, signs: str) -> dict[str, Seen]:
        """What the rules see in a sentence, by element."""
        seen: dict[str, Seen] = {}
        for rule in self.rules.rules:
            if rule.element in SEEN and rule.element not in seen and (place := rule.find(signs)):
                first, last = sentence.words[place[0]], sentence.words[max(place[0], place[1] - 1)]
                seen[rule.element] = Seen(rule.reason, first.start, last.end)
        return seen

    def see(self, sentence: Sentence, signs: str) -> dict[str, Seen]:
        """What rules and model see in it together."""
        seen = self.by_rule(sentence, signs)
        if self.model is None:
            return seen
        found = self.names.features([word.text for word in sentence.words], signs, seen)
        chances = self.model.chances(found)
        whole = Seen("", sentence.start, sentence.end)
        return {
            name: seen.get(name, whole)
            for name, chance in chances.items()
            if chance >= (DOUBT[name] if name in seen else SURE[name])
        }

    def asked(self, signs: str) -> int:
        """How many complaints and requests a sentence holds."""
        return sum(rule.count(signs) for rule in self.rules.rules if rule.element in COUNTED)


@cache
def reader() -> Reader:
    found = rules()
    return Reader(found, names(found), shipped_model())


def request_check(text: str) -> RequestCheck:
    """Which of the seven elements the planned message `text` has, where, and what to try for each that is missing.

    Reads the words, not the wisdom of saying them. Raises for no text; linear in its length. English only.
    """
    read = reader()
    seen: dict[str, Seen] = {}
    asked = 0
    for sentence in read.sentences(text):
        signs = read.rules.lexicon.read(sentence)
        here = read.see(sentence, signs)
        for name, place in here.items():
            seen.setdefault(name, place)
        counted = read.asked(signs)
        friendly = "positive" in here and "blame" not in here
        asked += min(1, counted) if friendly and counted <= MOST_ASKED else counted
    words = len(text.split())
    elements = {"brief": _brief(words, asked)} | {name: _element(name, seen) for name in ELEMENTS[1:]}
    return RequestCheck(elements, words, asked)


def _brief(words: int, asked: int) -> Element:
    say = shipped()["say"]["brief"]
    if words > MOST_WORDS:
        return Element(False, say["long"].format(words=words), say["suggestion"])
    if asked > MOST_ASKED:
        return Element(False, say["many"].format(complaints=asked), say["suggestion"])
    return Element(True, say["present"].format(words=words))


def _element(name: str, seen: Mapping[str, Seen]) -> Element:
    say = shipped()["say"][name]
    if name == "positive" and "blame" in seen:
        blame = seen["blame"]
        return Element(False, blame.reason or say["blamed"], say["suggestion"], blame.start, blame.end)
    if name not in seen:
        return Element(False, say["missing"], say["suggestion"])
    return Element(True, seen[name].reason, "", seen[name].start, seen[name].end)
