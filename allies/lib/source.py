"""The programme's source files: Markdown with YAML front matter and fenced blocks (content/README.md).

Every refusal is a `SourceError` that names file, line and reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from allies.lib import strict_yaml

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
    first: int  # the line on which its text begins


@dataclass(frozen=True, slots=True)
class Source:
    path: Path
    front: dict[str, Any]
    body: str
    body_line: int

    def refuse(self, reason: str, *, key: str = "", line: int = 0) -> SourceError:
        """The error to raise: at `line`, or at the line on which the front matter's `key` stands."""
        if key:
            begins = re.compile(rf"[\"']?{re.escape(key)}[\"']?\s*:")
            lines = read_text(self.path).split("\n")[: self.body_line - 1]
            line = next((number for number, text in enumerate(lines, 1) if begins.match(text)), 1)
        return SourceError(self.path, line or 1, reason)

    def known(self, *, required: Iterable[str], optional: Iterable[str] = ()) -> None:
        """Refuse a front matter with a key missing, empty or unknown."""
        allowed = {*required, *optional}
        for key in self.front:
            if key not in allowed:
                raise self.refuse(f"“{key}” is not a key here; known are {', '.join(sorted(allowed))}", key=str(key))
        for key in required:
            value = self.front.get(key)
            if value is None or (isinstance(value, str) and not value.strip()):
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


def read_text(path: Path) -> str:
    """The file's text with bare newlines and no byte order mark; SourceError when it is not UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise SourceError(path, 1, f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise SourceError(path, error.object[: error.start].count(b"\n") + 1, "is not UTF-8 text") from error


def read_yaml(path: Path) -> Any:
    try:
        return strict_yaml.parse(read_text(path))
    except strict_yaml.YamlError as error:
        raise SourceError(path, error.line, f"is not YAML: {error.reason}") from error


def read_source(path: Path) -> Source:
    """The file at `path` taken apart; SourceError when it cannot be read, is not UTF-8, or has no front matter."""
    lines = read_text(path).split("\n")
    if lines[0].rstrip() != "---":
        raise SourceError(path, 1, "starts without front matter (a line of ---)")
    end = next((number for number, line in enumerate(lines) if number and line.rstrip() == "---"), 0)
    if not end:
        raise SourceError(path, 1, "has front matter that does not end (no second line of ---)")
    try:
        front = strict_yaml.parse("\n".join(lines[1:end]))
    except strict_yaml.YamlError as error:
        raise SourceError(path, error.line + 1, f"has front matter that is not YAML: {error.reason}") from error
    if not isinstance(front, dict):
        raise SourceError(path, 2, "has front matter that is not a list of keys and values")
    return Source(path, front, "\n".join(lines[end + 1 :]), end + 2)


def _fences(source: Source) -> list[Fence]:
    found: list[Fence] = []
    kind, heading, lines = "text", "", list[str]()
    start = begun = source.body_line  # of the block, of what it holds

    def close() -> None:
        text = "\n".join(lines).strip()
        blank = next((place for place, line in enumerate(lines) if line.strip()), 0)
        if text or kind != "text":
            found.append(Fence(kind, heading, text, start, begun + blank))
        lines.clear()

    for number, line in enumerate(source.body.split("\n"), source.body_line):
        if line.rstrip() == ":::":
            if kind == "text":
                raise source.refuse("closes a block that was not opened", line=number)
            close()
            kind, heading, start, begun = "text", "", number + 1, number + 1
        elif line.startswith(":::"):
            if kind != "text":
                raise source.refuse(f"opens a block inside “{kind}” of line {start}", line=number)
            opened = _OPEN.match(line.rstrip())
            if not opened:
                reason = "is not a block's first line (::: name, then a heading if there is one)"
                raise source.refuse(reason, line=number)
            close()
            kind, heading, start, begun = opened[1], opened[2] or "", number, number + 1
        else:
            lines.append(line)
    if kind != "text":
        raise source.refuse(f"“{kind}” is opened and never closed", line=start)
    close()
    return found


def spoken_lines(fence: Fence, source: Source) -> list[dict[str, str]]:
    """An example conversation's lines, each `{"speaker", "words"}`; a line without a speaker goes on with the last."""
    spoken: list[dict[str, str]] = []
    for number, line in enumerate(fence.text.split("\n"), fence.first):
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
