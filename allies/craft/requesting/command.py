"""`allies request-check`: which of the seven elements planned messages have, on the command line."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TextIO

from allies.craft.requesting.checking import request_check
from allies.jsonl import command, dumped, rows_of

HELP = "Check planned messages for CRAFT's seven elements: a .jsonl file line by line; - reads standard input."


def request_check_command(arguments: list[str], out: TextIO = sys.stdout) -> int:
    """Run the command; returns its exit code: 0, or 2 for bad input."""
    file = 'FILE.jsonl with {"id", "text"} a line; - is standard input'
    return command("allies request-check", HELP, file, _work, arguments, out)


def _work(_name: str, lines: Iterator[str], out: TextIO) -> int:
    """One line out for each line in; nothing is kept between them."""
    for _number, row in rows_of(lines, "text"):
        found = request_check(row["text"]).elements
        out.write(dumped({"id": row["id"], "elements": {name: one.present for name, one in found.items()}}) + "\n")
    return 0
