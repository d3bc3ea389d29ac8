"""The tree that the whole-tree rules look at."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = ROOT / ".venv" / "bin" / "python"


@cache
def tracked() -> tuple[Path, ...]:
    """Every file of the project that is there: committed, or new and not ignored."""
    command = ["git", "ls-files", "-co", "--exclude-standard", "-z"]
    names = subprocess.check_output(command, cwd=ROOT, text=True).split("\0")
    return tuple(sorted(ROOT / name for name in names if name and (ROOT / name).is_file()))


def files(*patterns: str) -> list[Path]:
    """Tracked files whose path from the root fits one of `patterns`; `**` stands for any number of folders."""
    return [path for path in tracked() if any(_fits(path.relative_to(ROOT), pattern) for pattern in patterns)]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _fits(path: Path, pattern: str) -> bool:
    folder, _stars, last = pattern.rpartition("**/")
    if not _stars:
        return path.match(pattern) and len(path.parts) == len(Path(pattern).parts)
    return path.as_posix().startswith(folder) and path.match(last)
