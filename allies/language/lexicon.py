"""Words and the signs that stand for them.

Every word that some rule knows gets a sign: one character, the same for words that all rules treat alike. Words that no
rule knows share one. What is written in several ways is read as one (`spellings.toml`): “isn’t” is “is not”, “u” is
“you”.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from allies.language.inflection import forms, slips

PIECES = re.compile(r"[a-z0-9]+(?:'[a-z]++(?![0-9]))*|[^a-z0-9]+")  # words and what stands between take turns
Cue = tuple[str, int] | None
Numbers = tuple[Sequence[int], Sequence[int]]  # of what one piece stands for: its words, and their plain forms
NONE: Numbers = ((), ())
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
UNKNOWN, NUMBER = "\u1ffe", "@number"
_DRAWN = re.compile(r"([a-z])\1{2,}")
_FIRST = 0x2000
_VERBS = "is are was were do does did have has had would could should must need"
_WHO = "i you he she they we it that there what who"
_MOST = 60_000  # pieces kept with their signs; with more it begins anew, so that memory stays bounded (8 MB)
_SHORT = {"'s": "'s", "'re": "are", "'m": "am", "'ve": "have", "'ll": "will", "'d": "'d"}
_ALSO = {"is": ("'s",), "has": ("'s",), "would": ("'d",), "had": ("'d",)}
_NOUNS_IN_ING = (
    "thing nothing something anything everything king ring bring spring string sing swing wing sling ding during "
    "evening morning wedding ceiling sibling darling duckling building pudding shilling sterling"
)
_OTHERS_IN_ED = (
    "need feed bleed breed speed seed weed heed shed sled indeed exceed proceed succeed hundred naked wicked"
)
_NO_FORMS = frozenset(f"{_NOUNS_IN_ING} {_OTHERS_IN_ED}".split())
_ALWAYS = ("'s", "'d", "not", "are", "am", "have", "will")  # what other words are split into
_APART = {
    "we're",
    "he're",
    "he'll",
    "she'll",
    "i'll",
    "we'll",
    "i'd",
    "she'd",
    "we'd",
    "who're",
    "it's",
    "i's",
}  # other words without the sign


class Lexicon:
    """`lists`: names of lists with their words; `words`: every other word that patterns name."""

    def __init__(self, lists: Mapping[str, str], words: Iterable[str], spellings: Mapping[str, str]) -> None:
        self.lists = {f"@{name}": frozenset(_words(text)) for name, text in lists.items()}
        names: dict[str, set[str]] = defaultdict(set)
        for word in (*map(head, words), *_ALWAYS):
            names[word].add(word)
        for name, members in self.lists.items():
            for word in members:
                names[word].add(name)
        for word in [each for each in names if each.isdigit()]:
            names[word].add(NUMBER)
        for word in names:
            names[word] |= _form(word)
        alike = sorted({frozenset(each) for each in names.values()}, key=sorted)
        sign = {each: chr(_FIRST + number) for number, each in enumerate(alike)}
        self.sign = {word: sign[frozenset(each)] for word, each in names.items()}
        self._of: dict[str, frozenset[str]] = {}
        of: dict[str, set[str]] = defaultdict(set)
        for word, each in names.items():
            for name in each:
                of[name].add(self.sign[word])
        for word, others in _ALSO.items():
            of[word].update(self.sign[other] for other in others if other in self.sign)
        self._of = {name: frozenset(signs) for name, signs in of.items()}
        self.number = chr(_FIRST + len(alike))
        self.forms = {form: chr(_FIRST + len(alike) + number) for number, form in enumerate(("@ing", "@ed"), 1)}
        self._of[NUMBER] = self._of.get(NUMBER, frozenset()) | {self.number}
        for form, own in self.forms.items():
            self._of[form] = self._of.get(form, frozenset()) | {own}
        self.spellings = dict(spellings)
        mistyped = sorted(self.lists.get("@mistyped", ()))
        self.slips = {slip: word for word in mistyped for slip in slips(word)}

    def signs(self, name: str) -> frozenset[str]:
        return self._of.get(head(name), frozenset())

    def word_code(self, word: str) -> str:
        """The signs of a word as it was typed: several where it stands for several."""
        if word in self.spellings:
            return " ".join([self._one(each) for each in self.spellings[word].split()])
        if word in self.sign:
            return self.sign[word]
        stem, apart, tail = word.partition("'")
        if apart:
            if tail == "t" and stem.endswith("n"):
                return f"{self.word_code(stem[:-1])} {self._one('not')}"
            return f"{self.word_code(stem)} {self._one(_SHORT.get(apart + tail, apart + tail))}"
        return self._one(word)

    def _one(self, word: str) -> str:
        return self.sign.get(word) or (self.number if word.isdigit() else self._guessed(word))

    def _guessed(self, word: str) -> str:
        """The sign of what a word that nobody knows was meant to be: mistyped, or drawn out (pleeease)."""
        guesses = [self.slips.get(word, "")]
        if _DRAWN.search(word):
            guesses += _DRAWN.sub(r"\1\1", word), _DRAWN.sub(r"\1", word)
        known = (self.sign[guess] for guess in guesses if len(guess) > 1 and guess in self.sign)
        return next(known, next((self.forms[form] for form in _form(word)), UNKNOWN))


def first_word(pieces: list[str]) -> int:
    """The number of the first piece of a text that is a word: 0 or 1. Each second one from there is a word too."""
    return 0 if pieces and pieces[0][0] in _LETTERS else 1


class Words(dict[str, tuple[str, Numbers, Cue]]):
    """Each word of a text with its signs, its numbers in the small model, and its cue to identity; found once."""

    def __init__(
        self,
        lexicon: Lexicon,
        numbers: Callable[[str], Numbers] = lambda _word: NONE,
        cue: Callable[[str], Cue] = lambda _word: None,
    ) -> None:
        self.lexicon, self.numbers, self.cue = lexicon, numbers, cue

    def __missing__(self, word: str) -> tuple[str, Numbers, Cue]:
        found = self.lexicon.word_code(word), self.numbers(word), self.cue(word)
        if len(self) >= _MOST:
            self.clear()
        if len(word) < 40:
            self[word] = found
        return found


class Marks(dict[str, str]):
    """What stands between two words, with its sign; found once."""

    def __missing__(self, piece: str) -> str:
        mark = between(piece)
        if len(self) < _MOST and len(piece) < 20:
            self[piece] = mark
        return mark


def between(piece: str) -> str:
    """The sign of what stands between two words: the end of a question, of a sentence, of a clause, or nothing much."""
    if "?" in piece:
        return "?"
    if "!" in piece:
        return "!"
    if "." in piece or "\n" in piece or "…" in piece:
        return "."
    return "," if any(mark in piece for mark in ",;:()[]") or " - " in piece or "--" in piece else " "


MARKS = Marks()


def hurried() -> dict[str, str]:
    """What stands for two words without the sign between them: dont, hes, theyre; where it is no other word."""
    nots = [(f"{verb}n't", f"{verb} not") for verb in _VERBS.split()]
    tails = [(f"{who}{tail}", f"{who} {long}") for who in _WHO.split() for tail, long in _SHORT.items()]
    return {short.replace("'", ""): long for short, long in (*nots, *tails) if short not in _APART}


def _form(word: str) -> set[str]:
    """The list of a verb's form, as far as the look of a word tells: @ing (leaving) or @ed (asked)."""
    form = f"@{word[-3:]}" if word.endswith("ing") else f"@{word[-2:]}"
    return {form} if form in {"@ing", "@ed"} and len(word) > 4 and word not in _NO_FORMS else set()


def _words(text: str) -> list[str]:
    return [head(form) for word in text.split() for form in forms(word)]


def head(word: str) -> str:
    """What a rule means that names a word with its ending: “mum's” is mum, “don't” do. In a text both stand apart."""
    stem, apart, tail = word.partition("'")
    if not stem or apart + tail not in {*_SHORT, "'t"}:
        return word
    return {"can": "can", "won": "will"}.get(stem, stem.removesuffix("n")) if tail == "t" else stem
