"""Examples with their labels, as people write and read them: `He is <stigma.mild>an addict</>.`

One example a line; a line break in it is written \\n; a line that begins with # is a note. Labels may stand in one
another. `<kind.severity>` for stigma, advice and disrespect, `<crisis.subkind.severity>`, `<identity.subkind>`,
`<detail.subkind>` for what could let somebody be recognised (`veiling/`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_TAG = re.compile(r"<(/|[a-z.]+)>")


@dataclass(frozen=True, slots=True)
class Label:
    kind: str
    subkind: str
    severity: str
    start: int  # code points of the example's text
    end: int


@dataclass(frozen=True, slots=True)
class Example:
    text: str
    labels: tuple[Label, ...]

    def kinds(self) -> set[str]:
        return {label.kind for label in self.labels}


def read_example(line: str) -> Example:
    """One marked line. Raises ValueError when its tags do not fit together."""
    text, labels, waiting, last = "", [], [], 0
    line = line.replace("\\n", "\n")
    for tag in _TAG.finditer(line):
        text += line[last : tag.start()]
        last = tag.end()
        if tag[1] != "/":
            waiting.append((tag[1], len(text)))
        elif waiting:
            name, start = waiting.pop()
            labels.append(_label(name, start, len(text)))
        else:
            raise ValueError(f"a label ends that has not begun: {line}")
    if waiting:
        raise ValueError(f"a label is not ended: {line}")
    return Example(text + line[last:], tuple(sorted(labels, key=lambda label: (label.start, -label.end))))


def _label(name: str, start: int, end: int) -> Label:
    kind, *rest = name.split(".")
    if kind in ("identity", "detail"):
        return Label(kind, rest[0], "direct" if kind == "identity" and rest[0] != "quasi" else "quasi", start, end)
    return Label(kind, rest[0] if kind == "crisis" else "", rest[-1], start, end)


def read_examples(path: Path) -> Iterator[Example]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield read_example(line)
