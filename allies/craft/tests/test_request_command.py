"""`allies request-check`, as a shell runs it."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest

from tests.doors import fed

check = partial(fed, "request-check")
NONE = dict.fromkeys(("positive", "specific", "feeling", "understanding", "responsibility", "offer"), False)


def test_messages_line_by_line(tmp_path: Path) -> None:
    file = tmp_path / "some.jsonl"
    file.write_text('{"id": "a", "text": "I was worried."}\n\n{"id": 7, "text": "It rained.", "more": 1}\n')
    code, out, err = check(str(file))
    assert (code, err) == (0, "")
    first, second = map(json.loads, out.splitlines())
    assert first == {"id": "a", "elements": {"brief": True, **NONE, "feeling": True}}
    assert second == {"id": 7, "elements": {"brief": True, **NONE}}
    order = ["brief", "positive", "specific", "feeling", "understanding", "responsibility", "offer"]
    assert list(first["elements"]) == order
    assert check("-", file.read_bytes()) == (code, out, err)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"{nonsense", "not JSON"),
        (b'{"id": 1}', "“text” is missing"),
        (b'{"id": 1, "text": 5}', "“text” is not a text"),
        (b'{"id": 1, "text": "\xff"}', "not UTF-8"),
    ],
)
def test_bad_input_says_which_line_and_why(line: bytes, says: str) -> None:
    code, out, err = check("-", b'{"id": 1, "text": "It rained."}\n' + line + b"\n")
    assert (code, out.count("\n")) == (2, 1)
    assert err.startswith("allies request-check: line 2: ")
    assert says in err


def test_a_file_that_is_not_there() -> None:
    assert check("/nowhere.jsonl") == (2, "", "allies request-check: /nowhere.jsonl: No such file or directory\n")
