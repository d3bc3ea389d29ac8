"""`allies words`, as a shell runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from tests.doors import fed

words = partial(fed, "words")


def test_a_draft_is_read_like_a_linter(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("It rained.\nMy son is an addict.\n")
    code, out, err = words(str(draft))
    assert (code, err) == (1, "")
    assert out == '2:14 stigma "addict": person with a substance use disorder\n'


def test_lines_that_were_broken_to_fit_are_one_sentence() -> None:
    code, out, _err = words("-", "He told me that I\nshould not worry. You\nshould throw him out tonight.\n")
    assert code == 1
    assert out.startswith('2:19 advice "You should throw him out tonight')


def test_a_draft_in_which_nothing_is_found() -> None:
    assert words("-", "It rained.\n") == (0, "", "")
    assert words("-", "") == (0, "", "")


def test_comments_line_by_line(tmp_path: Path) -> None:
    rows = [{"id": "a", "text": "It rained 😀."}, {"id": 7, "text": "😀 He is an addict.", "more": True}]
    file = tmp_path / "some.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows) + "\n\n")
    code, out, err = words(str(file))
    assert (code, err) == (0, "")
    first, second = map(json.loads, out.splitlines())
    assert first == {"id": "a", "labels": []}
    label = {"kind": "stigma", "span": "addict", "start": 11, "end": 17, "subkind": "", "severity": "mild"}
    assert second == {"id": 7, "labels": [label]}
    assert words("-", file.read_bytes()) == (code, out, err)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"{nonsense", "not JSON"),
        (b"[1]", "not an object"),
        (b'{"id": 1}', "“text” is missing"),
        (b'{"text": "a"}', "“id” is missing"),
        (b'{"id": 1, "text": 5}', "“text” is not a text"),
        (b'{"id": null, "text": "a"}', "“id” is not a text or a number"),
        (b'{"id": 1, "text": "\xff"}', "not UTF-8"),
        (b"[" * 100_000, "not JSON"),
    ],
)
def test_bad_input_says_which_line_and_why(line: bytes, says: str) -> None:
    code, out, err = words("-", b'{"id": 1, "text": "It rained."}\n' + line + b"\n")
    assert code == 2
    assert out == '{"id": 1, "labels": []}\n'
    assert err.startswith("allies words: line 2: ")
    assert says in err


def test_a_file_that_is_not_there_and_options_that_are_none() -> None:
    assert words("/nowhere.jsonl") == (2, "", "allies words: /nowhere.jsonl: No such file or directory\n")
    assert words("/")[0] == 2
    assert words("--loud")[0] == 2


def test_half_a_character_in_a_comment_is_no_hindrance() -> None:
    code, out, err = words("-", '{"id": "\\ud800", "text": "\\ud800 an addict"}\n')
    assert (code, err) == (0, "")
    assert json.loads(out)["labels"][0]["span"] == "addict"


def test_memory_stays_flat(tmp_path: Path) -> None:
    """Ten times the comments take no more memory (peak of the child, in kB)."""
    script = (
        "import resource, sys; from allies.language.command import words; words(['-']);"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
    )
    peaks = []
    for count in (2_000, 20_000):
        rows = "".join(
            json.dumps({"id": n, "text": f"word{n} rain and an addict, {n} times"}) + "\n" for n in range(count)
        )
        ran = subprocess.run([sys.executable, "-c", script], input=rows.encode(), capture_output=True, check=True)
        assert ran.stdout.count(b"\n") == count
        peaks.append(int(ran.stderr))
    assert peaks[1] < peaks[0] + 30_000
