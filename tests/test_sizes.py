"""Files stay small enough to be read at once. An exception stands here with its reason."""

from __future__ import annotations

from pathlib import Path

from tests.project import files, name

LIMITS = (  # the first that fits counts
    (120, ("allies/**/test_*.py", "tests/**/test_*.py")),
    (400, ("allies/**/*.py", "tests/**/*.py", "benchmarks/**/*.py", "bin/*", "*.py")),
    (60, ("allies/**/*.html", "allies/**/*.css")),
    (100, ("allies/**/*.js",)),
)
EXCEPTIONS: dict[str, str] = {}
GENERATED = "migrations"  # written by makemigrations, read by nobody


def measured() -> list[tuple[Path, int]]:
    found: dict[Path, int] = {}
    for limit, patterns in LIMITS:
        for path in files(*patterns):
            if GENERATED not in path.parts:
                found.setdefault(path, limit)
    return sorted(found.items())


def lines(path: Path) -> int:
    return len(path.read_text().splitlines())


def test_files_are_small() -> None:
    longer = [
        f"{name(path)}: {lines(path)} lines, {limit} at most" for path, limit in measured() if lines(path) > limit
    ]
    assert [entry for entry in longer if entry.split(":")[0] not in EXCEPTIONS] == []


def test_an_exception_is_still_one() -> None:
    longer = {name(path) for path, limit in measured() if lines(path) > limit}
    assert set(EXCEPTIONS) <= longer


def test_every_kind_of_file_is_measured() -> None:
    assert {path.suffix for path, _limit in measured()} >= {".py", ".html", ".css", ".js"}
    assert len(measured()) > 200
