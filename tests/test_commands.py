"""The allies command: what it lists, and what it says of a setting or a name that means nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from allies.cli import RULES
from tests.doors import ALLIES, refusal, run
from tests.project import ROOT


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"ALLIES_DATABASE_URL": "postgres://allies@127.0.0.1:1/none"}, "The database cannot be opened"),
        ({"ALLIES_DATABASE_URL": "nonsense"}, "ALLIES_DATABASE_URL"),
        ({"ALLIES_BEHIND_PROXY": "perhaps"}, "ALLIES_BEHIND_PROXY must be yes or no, not “perhaps”."),
        ({"ALLIES_TRUSTED_PROXIES": "two"}, "ALLIES_TRUSTED_PROXIES must be a whole number, not “two”."),
        ({"ALLIES_ORIGIN": "notes.example.org"}, "ALLIES_ORIGIN"),
        ({"ALLIES_TIME_ZONE": "Nowhere/Land"}, "ALLIES_TIME_ZONE"),
    ],
    ids=lambda value: "=".join(*value.items()) if isinstance(value, dict) else "",
)
def test_a_setting_that_means_nothing(settings: dict[str, str], says: str, tmp_path: Path) -> None:
    assert says in refusal([*ALLIES, "prepare"], ALLIES_DATA=str(tmp_path), **settings)


def test_a_command_that_is_not_there(tmp_path: Path) -> None:
    assert "there is no command “fly”" in refusal([*ALLIES, "fly"], ALLIES_DATA=str(tmp_path))


def test_help_lists_every_command_with_one_line(tmp_path: Path) -> None:
    ran = run([*ALLIES, "--help"], ALLIES_DATA=str(tmp_path))
    listed = dict(re.findall(r"^  ([a-z-]+) {2,}(\S.*)$", ran.stdout, re.MULTILINE))
    there = {path.stem.replace("_", "-") for path in ROOT.glob("allies/*/management/commands/[a-z]*.py")}
    assert (ran.returncode, ran.stderr) == (0, "")
    assert set(listed) == there | {"serve", *RULES}
    assert len(ran.stdout.splitlines()) == len(listed) + 2
    for command, line in listed.items():
        assert line.endswith("."), f"{command}: {line}"
