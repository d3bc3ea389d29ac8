from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allies.lib.source import SourceError, read_source, read_yaml

FRONT = "---\nid: tea\ntitle: Tea\n---\n"


def source(folder: Path, text: str | bytes) -> Path:
    path = folder / "page.md"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def refusal(folder: Path, text: str | bytes) -> SourceError:
    path = source(folder, text)
    with pytest.raises(SourceError) as caught:
        read_source(path).fences()
    assert str(caught.value) == f"{path}:{caught.value.line}: {caught.value.reason}"
    return caught.value


def test_takes_a_file_apart(tmp_path: Path) -> None:
    read = read_source(source(tmp_path, f"{FRONT}Water.\n\n::: key\nWarm the pot.\n:::\n\nMilk.\n"))
    assert read.front == {"id": "tea", "title": "Tea"}
    assert [(fence.kind, fence.text, fence.line, fence.first) for fence in read.fences()] == [
        ("text", "Water.", 5, 5),
        ("key", "Warm the pot.", 7, 8),
        ("text", "Milk.", 10, 11),
    ]


LINES = f"{FRONT}A\nB\n"


@pytest.mark.parametrize("text", [LINES, LINES.replace("\n", "\r\n"), LINES.replace("\n", "\r"), f"\ufeff{LINES}"])
def test_line_ends_and_byte_order_marks_make_no_difference(tmp_path: Path, text: str) -> None:
    read = read_source(source(tmp_path, text))
    assert (read.front["id"], read.fences()[0].text, read.body_line) == ("tea", "A\nB", 5)


@pytest.mark.parametrize("text", ["---\nid: a\n---", "---\nid: a\n---\n", "---\nid: a\n---   \n"])
def test_a_body_may_be_empty(tmp_path: Path, text: str) -> None:
    assert read_source(source(tmp_path, text)).fences() == []


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "starts without front matter"),
        ("# Tea\n", 1, "starts without front matter"),
        ("---\nid: tea\n", 1, "does not end"),
        ("---\n---\n", 2, "not a list of keys"),
        ("---\n- one\n---\n", 2, "not a list of keys"),
        ("---\nid: tea\ntitle: [a\n---\n", 3, "not YAML"),
        ("---\nid: tea\n\tx: 1\n---\n", 3, "not YAML"),
        ("---\nid: tea\nid: milk\n---\n", 3, "“id” stands twice"),
        ("---\nid: tea\nat: 2024-13-45\n---\n", 2, "cannot be"),
        ("---\nid: a\nx: \x07\n---\n", 3, "character"),
        (b"---\nid: tea\n---\none\ntwo \xff\n", 5, "not UTF-8"),
        (f"{FRONT}one\n::: key\ntwo\n", 6, "“key” is opened and never closed"),
        (f"{FRONT}one\n:::\n", 6, "closes a block that was not opened"),
        (f"{FRONT}::: key\n::: safety\n:::\n", 6, "opens a block inside “key” of line 5"),
        (f"{FRONT}\n::: Key Point\nx\n:::\n", 6, "is not a block's first line"),
    ],
)
def test_refusals_name_file_line_and_reason(tmp_path: Path, text: str | bytes, line: int, reason: str) -> None:
    error = refusal(tmp_path, text)
    assert error.line == line
    assert reason in error.reason


def test_a_deeply_nested_front_matter_is_refused(tmp_path: Path) -> None:
    assert "nested" in refusal(tmp_path, f"---\na: {'[' * 20_000}\n---\n").reason


def test_what_is_not_a_file_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere.md"):
        with pytest.raises(SourceError, match=":1: cannot be read"):
            read_source(path)
    with pytest.raises(SourceError, match=":2: is not YAML"):
        read_yaml(source(tmp_path, "a: 1\n b: 2\n"))


BYTES = st.binary(max_size=200) | st.text(max_size=200).map(lambda text: f"---\n{text}\n---\n::: key\n".encode())


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(BYTES)
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes) -> None:
    line = 1
    try:
        read_source(source(tmp_path, data)).fences()
    except SourceError as error:
        line = error.line
    assert 1 <= line <= data.count(b"\n") + data.count(b"\r") + 1
