"""Messages with their labels, as people write and read them: `bpf | I was so glad that you rang me.`

One a line: the first letters of the elements it has (KEYS; `-` for none), then the message. A line that begins with
# is a note.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

KEYS: Final = {
    "b": "brief", "p": "positive", "s": "specific", "f": "feeling", "u": "understanding", "r": "responsibility",
    "o": "offer", "x": "blame",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    elements: frozenset[str]
    text: str


def read_example(line: str) -> Example:
    """One line. Raises ValueError for one that is none."""
    letters, apart, text = line.partition(" | ")
    if not apart or not text.strip() or not set(letters) <= {*KEYS, "-"}:
        raise ValueError(f"not an example: {line}")
    return Example(frozenset(KEYS[each] for each in letters if each != "-"), text.strip())


def read_examples(path: Path) -> Iterator[Example]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield read_example(line)
