"""`allies words`: the words check on the command line, for one draft or for a stream of comments."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TextIO

from allies.jsonl import command, dumped, rows_of
from allies.language import check

HELP = "Check words: a draft like a linter, or a .jsonl file of comments line by line; - reads standard input."
FOUND = 1  # exit code
_WRAPPED = re.compile(r"\n(?=[a-z])")  # a line that goes on


def words(arguments: list[str], out: TextIO = sys.stdout) -> int:
    """Run the command; returns its exit code: 0, 1 (a draft in which something was found), 2 (bad input)."""
    file = 'a draft, or FILE.jsonl with {"id", "text"} a line; - is standard input'
    return command("allies words", HELP, file, _work, arguments, out)


def _work(name: str, lines: Iterator[str], out: TextIO) -> int:
    first = next(lines, "")
    if name.endswith(".jsonl") or (name == "-" and first.lstrip().startswith("{")):
        return _comments(chain([first], lines), out)
    return _draft(first + "".join(lines), out)


def _comments(lines: Iterable[str], out: TextIO) -> int:
    """One line out for each line in; nothing is kept between them."""
    for _number, row in rows_of(lines, "text"):
        text = row["text"]
        labels = [
            {
                "kind": each.kind,
                "span": text[each.start : each.end],
                "start": each.start,
                "end": each.end,
                "subkind": each.subkind,
                "severity": each.severity,
            }
            for each in check(text)
        ]
        out.write(dumped({"id": row["id"], "labels": labels}) + "\n")
    return 0


def _draft(text: str, out: TextIO) -> int:
    """Lines that were broken to fit are read as one: a line break before a small letter is a space."""
    findings = check(_WRAPPED.sub(" ", text))
    for each in findings:
        line, column = text.count("\n", 0, each.start) + 1, each.start - text.rfind("\n", 0, each.start)
        span = " ".join(text[each.start : each.end].split())
        instead = each.alternatives[0] if each.alternatives else each.reason
        out.write(f'{line}:{column} {each.kind} "{span}": {instead}\n')
    return FOUND if findings else 0
