"""How hard a text is to read: the Flesch-Kincaid grade, for plain English prose.

Source: Kincaid, Fishburne, Rogers and Chissom (1975), Derivation of new readability formulas, Navy Research Branch
Report 8-75: grade = 0.39 * words/sentences + 11.8 * syllables/words - 15.59.
"""

from __future__ import annotations

import re

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_FENCE = re.compile(r"^:::.*$", re.MULTILINE)
_MEDIA_LINE = re.compile(r"^(?:captions|poster|transcript):.*$", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKUP = re.compile(r"[*_`#>]|^\s*(?:[-+]|\d+\.)\s+", re.MULTILINE)
_BLOCK_END = re.compile(r"([^\s.!?…”\"])[ \t]*\n(?=\s*\n|\s*[-+*#\d])")
_SENTENCE = re.compile(r"[.!?…]+[”’\"')\]]*(?=\s|$)")
_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_SPLIT_VOWELS = re.compile(
    r"i(?:a(?!l\b|n\b)|o(?!n)|u|e(?=n))|ideo|rea(?=\b|s\b)|idea|[^q]uie|(?<=qu)ie(?=t)|ua(?=l)|[^q]ui(?=ng)|yi(?=ng)|[eo]i(?=ng)"
)
_SILENT_E = re.compile(
    r"(?<=some)(?=[a-z])|(?<=[^aeiouy]e)(?=(?:ly|ful|less|ness|ment|ty|thing|body|one)\b)|(?<=every)(?=[a-z])|(?<=even)(?=ing)"
)
_SILENT_END = re.compile(r"(?:[^aeiouyscgzxlh]es|[^aeioudt]ed|[^laeiouy]e|[aeiouy]le)$")
_SPOKEN_NOT = re.compile(r"[^aeiou]n['’]t$", re.IGNORECASE)  # didn't has two, don't has one


def syllables(word: str) -> int:
    """The number of spoken syllables in one English word, estimated from its spelling; at least 1."""
    bare = re.sub(r"['’](?:s|t|d|m|ll|re|ve)?$", "", word.lower())
    count = len(_VOWELS.findall(bare)) + len(_SPLIT_VOWELS.findall(bare)) - len(_SILENT_E.findall(bare))
    if _SILENT_END.search(bare):
        count -= 1
    if _SPOKEN_NOT.search(word):
        count += 1
    return max(1, count)


def prose(markdown: str) -> str:
    """The words a reader sees in one of the programme's Markdown files: no front matter, fences, links or marks."""
    text = _FRONT_MATTER.sub("", markdown)
    for pattern in (_FENCE, _MEDIA_LINE):
        text = pattern.sub("\n", text)
    text = _BLOCK_END.sub(r"\1.\n", _LINK.sub(r"\1", text) + "\n\n")
    return _MARKUP.sub("", text)


def words_in(text: str) -> int:
    return len(_WORD.findall(text))


def reading_grade(text: str) -> float:
    """The United States school grade at which `text` (plain prose) is read with ease; 0.0 for a text without words."""
    words = _WORD.findall(text)
    if not words:
        return 0.0
    sentences = max(1, len(_SENTENCE.findall(text)))
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
