from __future__ import annotations

from pathlib import Path

import pytest

from allies.lib.source import SourceError, read_source, spoken_lines
from allies.lib.tests.test_source import FRONT, source


@pytest.mark.parametrize(
    ("front", "line", "reason"),
    [
        ("id: a\ncolour: red", 3, "“colour” is not a key here; known are id, title"),
        ("title: b", 1, "“id” is missing"),
        ("title: b\nid:", 3, "“id” is missing"),
        ("title: b\nid: '   '", 3, "“id” is missing"),
        ("1: b\nid: a", 2, "“1” is not a key"),
    ],
)
def test_only_known_keys(tmp_path: Path, front: str, line: int, reason: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_source(source(tmp_path, f"---\n{front}\n---\n")).known(required=["id"], optional=["title"])
    assert (caught.value.line, reason in caught.value.reason) == (line, True)


def test_text_and_slug_keep_to_their_kind(tmp_path: Path) -> None:
    read = read_source(source(tmp_path, "---\nn: 3\nlong: abcdef\nslug: A b\ngood: stepping-back-2\n---\n"))
    for key, call in (("n", read.text), ("long", lambda key: read.text(key, limit=5)), ("slug", read.slug)):
        with pytest.raises(SourceError, match=f"“{key}”"):
            call(key)
    assert read.slug("good") == "stepping-back-2"


def test_spoken_lines(tmp_path: Path) -> None:
    def said(body: str) -> list[dict[str, str]]:
        read = read_source(source(tmp_path, f"{FRONT}::: example Tea time\n{body}\n:::\n"))
        return spoken_lines(read.fences()[0], read)

    expected = [{"speaker": "You", "words": "Hello: sit down."}, {"speaker": "Jonas", "words": "Hm."}]
    assert said("You: Hello:\nsit down.\n\nJonas: Hm.") == expected
    for body, line in (("Hello there.", 6), ("\n\nHello there.", 8), ("", 5)):
        with pytest.raises(SourceError) as caught:
            said(body)
        assert caught.value.line == line
