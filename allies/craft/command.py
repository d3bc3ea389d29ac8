"""`allies respond`: what to do, for situations in a file, line by line."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TextIO

from allies.craft.responding import respond
from allies.craft.situation import CHOICES, Situation, SituationError
from allies.jsonl import BadInputError, command, dumped, rows_of

HELP = "Say what the method advises in a situation: a .jsonl file line by line; - reads standard input."


def responses(arguments: list[str], out: TextIO = sys.stdout) -> int:
    """Run the command; returns its exit code: 0, or 2 (bad input)."""
    fields = ", ".join(CHOICES)
    file = f'FILE.jsonl with {{"id"}} and any of {fields} a line; - is standard input'
    return command("allies respond", HELP, file, _work, arguments, out)


def _work(_name: str, lines: Iterator[str], out: TextIO) -> int:
    """One line out for each line in; nothing is kept between them."""
    for number, row in rows_of(lines):
        try:
            given = respond(Situation.read({name: value for name, value in row.items() if name != "id"}))
        except SituationError as error:
            raise BadInputError(f"line {number}: {error}") from None
        answer = {
            "id": row["id"],
            "stance": given.stance,
            "urgent": given.urgent,
            "say": given.say,
            "do": given.do,
            "avoid": given.avoid,
            "why": given.why,
            "lesson": given.lesson,
            "closed": given.closed,
            "next": given.next,
        }
        out.write(dumped(answer) + "\n")
    return 0
