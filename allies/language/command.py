"""`allies words`: the words check on the command line, for one draft or for a stream of comments."""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import Any, BinaryIO, NoReturn, TextIO

from allies.language import check

HELP = "Check words: a draft like a linter, or a .jsonl file of comments line by line; - reads standard input."
BAD, FOUND = 2, 1  # exit codes
_WRAPPED = re.compile(r"\n(?=[a-z])")  # a line that goes on


class BadInputError(Exception):
    """What is wrong with the input, and in which line."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(BAD, f"{self.prog}: {message}. `{self.prog} --help` says more.\n")


def words(arguments: list[str], out: TextIO = sys.stdout) -> int:
    """Run the command; returns its exit code: 0, 1 (a draft in which something was found), 2 (bad input)."""
    parser = _Parser(prog="allies words", description=HELP)
    parser.add_argument("file", help='a draft, or FILE.jsonl with {"id", "text"} a line; - is standard input')
    options = parser.parse_args(arguments)
    try:
        with ExitStack() as stack:
            lines = _read(sys.stdin.buffer if options.file == "-" else stack.enter_context(_opened(options.file)))
            first = next(lines, "")
            if options.file.endswith(".jsonl") or (options.file == "-" and first.lstrip().startswith("{")):
                _comments(_with_first(first, lines), out)
                return 0
            return _draft(first + "".join(lines), out)
    except BadInputError as error:
        out.flush()
        sys.stderr.write(f"allies words: {error}\n")
        return BAD
    except BrokenPipeError:  # whoever read what we print has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _opened(name: str) -> BinaryIO:
    try:
        return open(name, "rb")  # noqa: PTH123 - closed by the caller's stack
    except OSError as error:
        raise BadInputError(f"{name}: {error.strerror}") from None


def _read(file: BinaryIO) -> Iterator[str]:
    try:
        for number, line in enumerate(file, 1):
            try:
                yield line.decode("utf-8-sig" if number == 1 else "utf-8").replace("\r\n", "\n")
            except UnicodeDecodeError as error:
                raise BadInputError(f"line {number}: not UTF-8 at byte {error.start + 1}") from None
    except OSError as error:
        raise BadInputError(str(error.strerror)) from None


def _with_first(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _comments(lines: Iterable[str], out: TextIO) -> None:
    """One line out for each line in; nothing is kept between them."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        row = _row(line, number)
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
        out.write(_dumped({"id": row["id"], "labels": labels}) + "\n")


def _row(line: str, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadInputError(f"line {number}: not JSON ({getattr(error, 'msg', 'nested too deep')})") from None
    if not isinstance(row, dict):
        raise BadInputError(f"line {number}: not an object with “id” and “text”")
    for key, kinds in (("id", (str, int)), ("text", (str,))):
        if key not in row:
            raise BadInputError(f"line {number}: “{key}” is missing")
        if not isinstance(row[key], kinds) or isinstance(row[key], bool):
            raise BadInputError(f"line {number}: “{key}” is not {'a text' if key == 'text' else 'a text or a number'}")
    return row


def _dumped(row: dict[str, Any]) -> str:
    plain = json.dumps(row, ensure_ascii=False)
    return plain if plain.isascii() or not re.search("[\ud800-\udfff]", plain) else json.dumps(row)


def _draft(text: str, out: TextIO) -> int:
    """Lines that were broken to fit are read as one: a line break before a small letter is a space."""
    findings = check(_WRAPPED.sub(" ", text))
    for each in findings:
        line, column = text.count("\n", 0, each.start) + 1, each.start - text.rfind("\n", 0, each.start)
        span = " ".join(text[each.start : each.end].split())
        instead = each.alternatives[0] if each.alternatives else each.reason
        out.write(f'{line}:{column} {each.kind} "{span}": {instead}\n')
    return FOUND if findings else 0
