"""Nobody is called by an illness, and nothing is promised: in templates and in everything the site teaches."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.project import files, name

TEXTS = files("allies/**/*.html", "content/**/*.md", "content/**/*.vtt", "content/**/*.yaml", "README.md")
EDITORS = {"content/README.md"}  # tells editors which words we leave out
LABELS = re.compile(
    r"\b(?:addicts?|junk(?:ie|y|ies)|druggies?|crackheads?|potheads?|stoners?|boozers?|winos?|drunkards?"
    r"|(?:drug|substance|alcohol) abuse(?:rs?)?|alcoholics?(?! anonymous)|user['’]s brain"
    r"|(?:get|gets|got|getting|stay|stays|stayed|staying|is|was|been|be|came|come|keep|kept) (?:clean|dirty)"
    r"(?! (?:house|kitchen|sheets))"
    r"|clean and sober|clean (?:time|for \w+ (?:days?|weeks?|months?|years?))"
    r"|(?:clean|dirty) (?:test|urine|screen|date)s?"
    r"|tough love|hit(?:s|ting)? (?:rock )?bottom|codependen\w+|enablers?)\b",
    re.IGNORECASE,
)
PROMISES = re.compile(
    r"\bguarantee\w*|\bcure[sd]?\b|\b100 ?(?:%|percent)|\bwill (?:recover|get sober)\b"
    r"|\bwill (?:surely|certainly|definitely)\b|\bcompletely (?:private|anonymous|safe|secure)\b",
    re.IGNORECASE,
)
DENIED = re.compile(
    r"(?:\bno\b|\bnot\b|n['’]t\b|\bnobody\b|\bnone\b|\bnever\b|\bcannot\b|\bpromises\b)[^.!?]*$", re.IGNORECASE
)


def taught(text: str) -> str:
    """A text without its list of sources, whose titles and organisations keep the names they have."""
    return re.sub(r"(?m)^sources:\n(?:[ -].*\n)+", "", text)


def promises(text: str) -> list[str]:
    return [
        found[0]
        for found in PROMISES.finditer(text)
        if not DENIED.search(text[max(0, found.start() - 120) : found.start()])
    ]


FIGURES = re.compile(r"<!-- benchmark:begin -->.*?<!-- benchmark:end -->", re.DOTALL)  # they promise nothing
LENGTHS = re.compile(r'="[\d.]+%"')  # nor does the width of a drawing


def readable() -> list[tuple[Path, str]]:
    return [
        (path, taught(LENGTHS.sub("", FIGURES.sub("", path.read_text()))))
        for path in TEXTS
        if name(path) not in EDITORS
    ]


def test_there_is_much_to_read() -> None:
    assert len(readable()) > 100


def test_nobody_is_called_by_an_illness() -> None:
    assert {name(path): found for path, text in readable() if (found := LABELS.findall(text))} == {}


def test_nothing_is_promised() -> None:
    assert {name(path): found for path, text in readable() if (found := promises(text))} == {}


@pytest.mark.parametrize(
    "text",
    [
        "My son is an addict.",
        "He got clean.",
        "the alcoholic in your life",
        "Three clean urine tests",
        "clean for ten days",
    ],
)
def test_a_label_would_be_seen(text: str) -> None:
    assert LABELS.search(text)


@pytest.mark.parametrize(
    "text", ["There is a clean quilt.", "Alcoholics Anonymous", "Keep the kitchen clean.", "an addiction doctor"]
)
def test_ordinary_words_stay(text: str) -> None:
    assert not LABELS.search(text)


def test_a_promise_would_be_seen_and_a_denial_not() -> None:
    assert promises("We guarantee it. This is a cure. It is 100% private.") == ["guarantee", "cure", "100%"]
    assert promises("Nobody can cure it by loving harder. We cannot guarantee this.") == []
