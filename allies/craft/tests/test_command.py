"""`allies respond`, as a shell runs it."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest

from allies.craft.tests.test_examples import ROWS
from tests.doors import fed

ask = partial(fed, "respond")
KEYS = ["id", "stance", "urgent", "say", "do", "avoid", "why", "lesson", "closed", "next"]


def test_situations_line_by_line(tmp_path: Path) -> None:
    file = tmp_path / "some.jsonl"
    asked = [{name: value for name, value in row.items() if name != "expected"} for row in ROWS]
    file.write_text("\n\n".join(map(json.dumps, asked)))
    code, out, err = ask(str(file))
    assert (code, err) == (0, "")
    answers = [json.loads(line) for line in out.splitlines()]
    assert [answer["id"] for answer in answers] == [row["id"] for row in ROWS]
    assert [answer["stance"] for answer in answers] == [row["expected"]["stance"] for row in ROWS]
    for answer in answers:
        assert list(answer) == KEYS
        assert {name for name in KEYS if isinstance(answer[name], list)} == {"urgent", "say", "do", "avoid", "closed"}
        assert {name for name in KEYS[1:] if isinstance(answer[name], str)} == {"stance", "why", "lesson", "next"}
    assert ask("-", file.read_bytes()) == (code, out, err)


def test_what_is_left_out_is_filled_in() -> None:
    code, out, _err = ask("-", b'{"id": 7, "event": "milestone"}')
    assert code == 0
    assert json.loads(out)["id"] == 7
    assert json.loads(out)["stance"] == "reward"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"{nonsense", "not JSON"),
        (b'{"now": "using"}', "“id” is missing"),
        (b'{"id": 1, "now": "high"}', "“now” is 'high'; it may be using, not_using, withdrawing, unsure, apart"),
        (b'{"id": 1, "mood": "low"}', "there is no field “mood”"),
        (b'{"id": 1, "children_present": "yes"}', "“children_present” is 'yes'; it may be false, true"),
        (b'{"id": 1, "now": {"a": 1}}', "“now” is"),
    ],
)
def test_bad_input_says_which_line_and_why(line: bytes, says: str) -> None:
    code, out, err = ask("-", b'{"id": 1}\n' + line + b"\n")
    assert code == 2
    assert len(out.splitlines()) == 1
    assert err.startswith("allies respond: line 2: ")
    assert says in err
