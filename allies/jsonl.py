"""A file, or standard input, read line by line; rows of JSON in and out. Bad input names its line."""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, NoReturn, TextIO

BAD = 2  # exit code


class BadInputError(Exception):
    """What is wrong with the input, and in which line."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(BAD, f"{self.prog}: {message}. `{self.prog} --help` says more.\n")


def command(
    prog: str,
    description: str,
    file: str,
    work: Callable[[str, Iterator[str], TextIO], int],
    arguments: list[str],
    out: TextIO,
) -> int:
    """Run `prog` with its one argument, described by `file`. `work` gets its name, its lines and `out`.

    Returns the exit code: that of `work`, or 2 when the input is bad, and line and reason are on standard error.
    """
    parser = _Parser(prog=prog, description=description)
    parser.add_argument("file", help=file)
    name = parser.parse_args(arguments).file
    try:
        with lines_of(name) as lines:
            return work(name, lines, out)
    except BadInputError as error:
        out.flush()
        sys.stderr.write(f"{prog}: {error}\n")
        return BAD
    except BrokenPipeError:  # whoever read what we print has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


@contextmanager
def lines_of(name: str) -> Iterator[Iterator[str]]:
    """The lines of the file `name`, of standard input for `-`. Raises BadInputError."""
    with ExitStack() as stack:
        try:
            file = sys.stdin.buffer if name == "-" else stack.enter_context(open(name, "rb"))  # noqa: PTH123
        except OSError as error:
            raise BadInputError(f"{name}: {error.strerror}") from None
        yield _decoded(file)


def _decoded(file: Iterable[bytes]) -> Iterator[str]:
    try:
        for number, line in enumerate(file, 1):
            try:
                yield line.decode("utf-8-sig" if number == 1 else "utf-8").replace("\r\n", "\n")
            except UnicodeDecodeError as error:
                raise BadInputError(f"line {number}: not UTF-8 at byte {error.start + 1}") from None
    except OSError as error:
        raise BadInputError(str(error.strerror)) from None


def rows_of(lines: Iterable[str], *needed: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each line's number and object, with `id` (text or number) and `needed` (texts). Raises BadInputError."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield number, _row(line, number, needed)


def _row(line: str, number: int, needed: tuple[str, ...]) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadInputError(f"line {number}: not JSON ({getattr(error, 'msg', 'nested too deep')})") from None
    if not isinstance(row, dict):
        raise BadInputError(f"line {number}: not an object with {' and '.join(f'“{key}”' for key in ('id', *needed))}")
    for key in ("id", *needed):
        if key not in row:
            raise BadInputError(f"line {number}: “{key}” is missing")
        if not isinstance(row[key], (str, int) if key == "id" else str) or isinstance(row[key], bool):
            raise BadInputError(f"line {number}: “{key}” is not {'a text or a number' if key == 'id' else 'a text'}")
    return row


def dumped(row: dict[str, Any]) -> str:
    """One line, readable; halves of a surrogate pair stay escaped."""
    plain = json.dumps(row, ensure_ascii=False)
    return plain if plain.isascii() or not re.search("[\ud800-\udfff]", plain) else json.dumps(row)
