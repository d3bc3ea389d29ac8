"""Rules of the code that no linter of ours knows."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.project import files, name

SAID = {"success", "info", "warning", "error", "debug"}
PYTHON = [path for path in files("allies/**/*.py") if not {"migrations", "tests"} & set(path.parts)]
LONG = {
    "allies/home/demo.py make_clip": "one program's list of options",
}
VIEWS = [path for path in PYTHON if path.name == "views.py" or "views" in path.parent.parts[-1:]]


def nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text()))


def at(path: Path, node: ast.AST) -> str:
    return f"{name(path)}:{getattr(node, 'lineno', 0)}"


def test_views_load_through_a_scope() -> None:
    """`.objects` in a view would leave out whose rows they are."""
    assert len(VIEWS) > 8
    asked = [
        at(path, node)
        for path in VIEWS
        for node in nodes(path)
        if isinstance(node, ast.Attribute) and node.attr == "objects"
    ]
    assert asked == []


def test_views_are_short() -> None:
    """25 lines and the decorators above them."""
    for path in VIEWS:
        for node in nodes(path):
            if isinstance(node, ast.FunctionDef) and node.args.args and node.args.args[0].arg == "request":
                assert (node.end_lineno or 0) - node.lineno < 30, at(path, node)


def test_functions_are_short() -> None:
    long = []
    for path in PYTHON:
        for node in nodes(path):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (node.end_lineno or 0) - node.lineno >= 40:
                long.append(f"{name(path)} {node.name}")
    assert [function for function in long if function not in LONG] == []


def _is_bare_text(node: ast.AST) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def test_what_a_member_is_told_can_be_translated() -> None:
    bare = []
    for path in PYTHON:
        for node in nodes(path):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            owner = getattr(getattr(node.func, "value", None), "id", "")
            words = [argument for argument in node.args[:1] if called == "ValidationError"]
            words += node.args[1:2] if owner == "messages" and called in SAID else []
            words += [keyword.value for keyword in node.keywords if keyword.arg == "label" and owner == "forms"]
            bare += [at(path, node) for word in words if _is_bare_text(word)]
    assert bare == []


def test_no_drawer_for_things_without_a_place() -> None:
    drawers = {"utils", "helpers", "manager", "managers", "service", "services", "data", "handle", "misc", "common"}
    assert [name(path) for path in PYTHON if path.stem in drawers] == []


def test_every_file_reads_its_types_later() -> None:
    first = "from __future__ import annotations"
    texts = {name(path): path.read_text() for path in [*PYTHON, *files("tests/**/*.py")]}
    assert [path for path, text in texts.items() if text.strip() and first not in text] == []
