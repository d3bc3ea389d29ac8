"""The programme's source files: Markdown with YAML front matter and fenced blocks (content/README.md).

Every refusal is a `SourceError` that names file, line and reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

_OPEN = re.compile(r"^:::[ \t]*([a-z]+)(?:[ \t]+(\S.*))?$")
_SPEAKER = re.compile(r"^([^:\n]{1,40}):\s+(\S.*)$")


class SourceError(Exception):
    def __init__(self, path: Path, line: int, reason: str) -> None:
        self.path, self.line, self.reason = path, line, reason
        super().__init__(f"{path}:{line}: {reason}")


@dataclass(frozen=True, slots=True)
class Fence:
    """One stretch of a body: `kind` "text", or the name after the colons with what follows it on that line."""

    kind: str
    heading: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Source:
    path: Path
    front: dict[str, Any]
    body: str
    body_line: int

    def refuse(self, reason: str, *, key: str = "", line: int = 0) -> SourceError:
        """The error to raise: at `line`, or at the line on which the front matter's `key` stands."""
        if key:
            lines = self.path.read_text(encoding="utf-8").splitlines()[: self.body_line]
            line = next((number for number, text in enumerate(lines, 1) if text.startswith(f"{key}:")), 1)
        return SourceError(self.path, line or 1, reason)

    def known(self, *, required: Iterable[str], optional: Iterable[str] = ()) -> None:
        """Refuse a front matter with a key missing, empty or unknown."""
        allowed = {*required, *optional}
        for key in self.front:
            if key not in allowed:
                raise self.refuse(f"“{key}” is not a key here; known are {', '.join(sorted(allowed))}", key=str(key))
        for key in required:
            if self.front.get(key) in (None, ""):
                raise self.refuse(f"“{key}” is missing", key=key if key in self.front else "")

    def text(self, key: str, *, limit: int = 255) -> str:
        value = self.front.get(key, "")
        if not isinstance(value, str):
            raise self.refuse(f"“{key}” must be text, not {type(value).__name__}", key=key)
        if len(value.strip()) > limit:
            raise self.refuse(f"“{key}” is longer than {limit} characters", key=key)
        return value.strip()

    def slug(self, key: str = "slug") -> str:
        value = self.text(key)
        if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", value):
            raise self.refuse(f"“{key}” may hold small letters, digits and single hyphens only", key=key)
        return value

    def fences(self) -> list[Fence]:
        return _fences(self)


def read_yaml(path: Path) -> Any:
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SourceError(path, 1, f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise SourceError(path, 1, "is not UTF-8 text") from error
    except yaml.YAMLError as error:
        raise SourceError(path, _mark(error), f"is not YAML: {_problem(error)}") from error


def read_source(path: Path) -> Source:
    """The file at `path` taken apart; SourceError when it cannot be read, is not UTF-8, or has no front matter."""
    try:
        text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    except OSError as error:
        raise SourceError(path, 1, f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise SourceError(path, line, "is not UTF-8 text") from error
    if not text.startswith("---\n"):
        raise SourceError(path, 1, "starts without front matter (a line of ---)")
    head, found, body = text[4:].partition("\n---\n")
    if not found:
        raise SourceError(path, 1, "has front matter that does not end (no second line of ---)")
    try:
        front = yaml.safe_load(head)
    except yaml.YAMLError as error:
        raise SourceError(path, _mark(error) + 1, f"has front matter that is not YAML: {_problem(error)}") from error
    if not isinstance(front, dict):
        raise SourceError(path, 2, "has front matter that is not a list of keys and values")
    return Source(path, front, body, head.count("\n") + 4)


def _mark(error: yaml.YAMLError) -> int:
    mark = getattr(error, "problem_mark", None)
    return mark.line + 1 if mark else 1


def _problem(error: yaml.YAMLError) -> str:
    return getattr(error, "problem", None) or str(error)


def _fences(source: Source) -> list[Fence]:
    found: list[Fence] = []
    kind, heading, start, lines = "text", "", source.body_line, list[str]()

    def close() -> None:
        text = "\n".join(lines).strip("\n")
        if text.strip() or kind != "text":
            found.append(Fence(kind, heading, text.strip(), start))
        lines.clear()

    for number, line in enumerate(source.body.split("\n"), source.body_line):
        if line.rstrip() == ":::":
            if kind == "text":
                raise source.refuse("closes a block that was not opened", line=number)
            close()
            kind, heading, start = "text", "", number + 1
        elif line.startswith(":::"):
            if kind != "text":
                raise source.refuse(f"opens a block inside “{kind}” of line {start}", line=number)
            opened = _OPEN.match(line.rstrip())
            if not opened:
                raise source.refuse("is not a block's first line (::: name, then a heading if there is one)", line=number)
            close()
            kind, heading, start = opened[1], opened[2] or "", number
        else:
            lines.append(line)
    if kind != "text":
        raise source.refuse(f"“{kind}” is opened and never closed", line=start)
    close()
    return found


def spoken_lines(fence: Fence, source: Source) -> list[dict[str, str]]:
    """An example conversation's lines, each `{"speaker", "words"}`; a line without a speaker goes on with the last."""
    spoken: list[dict[str, str]] = []
    for number, line in enumerate(fence.text.split("\n"), fence.line + 1):
        if not line.strip():
            continue
        turn = _SPEAKER.match(line.strip())
        if turn:
            spoken.append({"speaker": turn[1].strip("* "), "words": turn[2]})
        elif spoken:
            spoken[-1]["words"] += f" {line.strip()}"
        else:
            raise source.refuse("an example starts with “Name: words”", line=number)
    if not spoken:
        raise source.refuse("an example needs at least one line “Name: words”", line=fence.line)
    return spoken
