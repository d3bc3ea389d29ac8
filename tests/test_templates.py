"""Templates hold nothing inline (the policy would refuse it), nothing of another host, and no untranslatable words."""

from __future__ import annotations

import re

import pytest

from tests.project import ROOT, files, name

TEMPLATES = files("allies/**/*.html")
INLINE = {
    "a style": r"<style\b|\sstyle\s*=",
    "a handler": r"\son[a-z]+\s*=\s*[\"']",
    "a script with its code": r"<script\b(?![^>]*(\bsrc=|type=\"application/json\"))",
    "a script address": r"javascript:",
    "a data address": r"[\"'(]data:",
    "another host": r"\b(?:src|href|action|poster|srcset)\s*=\s*[\"'](?:https?:)?//",
}
WORDS = re.compile(r"[^\W\d_]{2,}")
TRANSLATED = re.compile(r"{%\s*blocktrans(?:late)?\b.*?{%\s*endblocktrans(?:late)?\s*%}", re.DOTALL)
CODE = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}|<!--.*?-->|<!doctype[^>]*>|&\w+;", re.DOTALL | re.IGNORECASE)
PAGE_CLASSES = re.compile(r"{%\s*block page\s*%}.*?{%\s*endblock\s*%}", re.DOTALL)  # goes into an attribute
COMMENT = re.compile(r"{%\s*comment\b.*?{%\s*endcomment\s*%}", re.DOTALL)
READ_ALOUD = re.compile(
    r"\s(?:alt|title|placeholder|aria-label|aria-description|data-(?:saved|here|done|refused|failed))=\"([^\"]*)\""
)
DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)  # its title is read out in its place, and never in a tab
TAG = re.compile(r"<[^>]*>")


def without(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.IGNORECASE) is None


def untranslated(text: str) -> list[str]:
    """The words of a template that no translator would ever see."""
    bare = CODE.sub(" ", TRANSLATED.sub(" ", PAGE_CLASSES.sub(" ", COMMENT.sub(" ", text))))
    shown = [*READ_ALOUD.findall(bare), TAG.sub("\n", bare)]
    return [line.strip() for part in shown for line in part.split("\n") if WORDS.search(line)]


@pytest.mark.parametrize("what", INLINE)
def test_nothing_inline_and_nothing_from_elsewhere(what: str) -> None:
    assert [name(path) for path in TEMPLATES if not without(INLINE[what], path.read_text())] == []


@pytest.mark.parametrize(
    ("what", "wrong"),
    [
        ("a style", '<p style="color: red">'),
        ("a handler", '<a onclick="go()">'),
        ("a script with its code", "<script>go()</script>"),
        ("a script address", '<a href="javascript:go()">'),
        ("a data address", '<img src="data:image/png;base64,AA">'),
        ("another host", '<img src="//pixel.example/x.gif">'),
    ],
)
def test_what_is_refused_would_be_seen(what: str, wrong: str) -> None:
    assert not without(INLINE[what], wrong)


def test_every_word_on_a_page_can_be_translated() -> None:
    found = {name(path): words for path in TEMPLATES if (words := untranslated(path.read_text()))}
    assert found == {}


def test_untranslated_words_would_be_seen() -> None:
    assert untranslated('<p aria-label="Hello there">{% translate "Fine" %} Not fine</p>') == [
        "Hello there",
        "Not fine",
    ]
    assert untranslated("{% blocktranslate with n=n %}Fine {{ n }}{% endblocktranslate %} 911 · {{ name }}") == []


def test_the_title_of_a_page_never_tells() -> None:
    base = ROOT / "allies" / "templates" / "base.html"
    printed = '<title>{{ site_title|default:"Notes" }}</title>'  # a PDF's
    for path in TEMPLATES:
        text = DRAWING.sub("", path.read_text()).replace(printed, "")
        assert path == base or "<title" not in text or "/desk/" in path.as_posix(), name(path)
        assert path == base or "{% block title %}" not in text, name(path)
    assert "{{ site_title" in re.split(r"</?title>", base.read_text())[1]
