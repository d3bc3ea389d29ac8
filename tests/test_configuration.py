"""docs/configuration.md names every ALLIES_* setting that is read, and no other."""

from __future__ import annotations

import ast
import re

import pytest

from tests.project import ROOT, files, name

READERS = {"text", "flag", "number", "words", "folder", "secret", "origin", "zone", "database", "mail"}
NAME = re.compile(r"\bALLIES_[A-Z][A-Z_]*[A-Z]\b")
ROW = re.compile(r"^\| `(ALLIES_[A-Z_]+)` \| (.*?) \| (.*?) \| (.+) \|$", re.MULTILINE)
PAGE = (ROOT / "docs" / "configuration.md").read_text()
SELF_MADE = {"ALLIES_TEST_PG_PORT"}  # read by a shell script


def readings() -> dict[str, str | None]:
    """Each name read through `env`, with its default when that is a bare text."""
    found: dict[str, str | None] = {}
    for path in files("allies/**/*.py", "benchmarks/**/*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in READERS):
                continue
            if isinstance(node.func.value, ast.Name) and node.func.value.id == "env":
                first, *rest = node.args
                assert isinstance(first, ast.Constant), f"{name(path)}:{node.lineno}: a setting's name is written out"
                default = rest[0].value if rest and isinstance(rest[0], ast.Constant) else None
                key = f"ALLIES_{first.value!s}"
                found[key] = str(default) if default else found.get(key)
    return found


def test_some_settings_are_read() -> None:
    assert {"ALLIES_ORIGIN", "ALLIES_DATA", "ALLIES_SECRET_KEY"} <= set(readings())


def test_the_page_names_what_is_read_and_nothing_else() -> None:
    documented = [row[0] for row in ROW.findall(PAGE)]
    assert len(documented) == len(set(documented))
    assert set(documented) == set(readings()) | SELF_MADE


@pytest.mark.parametrize("key", sorted(readings()))
def test_a_default_is_the_documented_one(key: str) -> None:
    default = readings()[key]
    shown, _example, meaning = next(row[1:] for row in ROW.findall(PAGE) if row[0] == key)
    assert default is None or f"`{default}`" in shown
    assert len(meaning) > 20


def test_nothing_else_in_the_tree_speaks_of_a_setting_that_is_not_there() -> None:
    known = set(readings()) | SELF_MADE
    for path in files("**/*.md", "**/*.py", "bin/*", ".ci/*", "**/*.html"):
        if path.parent != ROOT / "tests":
            unknown = set(NAME.findall(path.read_text())) - known
            assert not unknown, f"{name(path)} speaks of {sorted(unknown)}"
