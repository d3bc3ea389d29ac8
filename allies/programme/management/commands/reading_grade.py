from __future__ import annotations

from argparse import ArgumentTypeError
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from allies.lib.source import SourceError, read_text
from allies.programme.reading_grade import prose, reading_grade, words_in

HARDEST = 8.0  # the school grade up to which members can be expected to read with ease


def _grade(text: str) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise ArgumentTypeError(f"“{text}” is not a number") from error


class Command(BaseCommand):
    help = "Print the reading grade of Markdown files; fail when one is too hard."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, help="files, or folders to look through")
        parser.add_argument("--limit", type=_grade, default=HARDEST, help=f"the highest grade allowed ({HARDEST})")

    def handle(self, *args: Any, paths: list[Path], limit: float, **options: Any) -> None:
        files = [file for path in paths for file in _markdown_in(path)]
        if not files:
            raise CommandError("There is no Markdown file there.")
        too_hard = 0
        for file in files:
            try:
                text = prose(read_text(file))
            except SourceError as error:
                raise CommandError(str(error)) from error
            grade = reading_grade(text)
            too_hard += grade > limit
            self.stdout.write(f"{grade:5.1f} {words_in(text):6d}  {file}{'  too hard' if grade > limit else ''}")
        if too_hard:
            raise CommandError(f"{too_hard} of {len(files)} files are above grade {limit:g}.")


def _markdown_in(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(path.rglob("*.md"))
    return [path]
