"""One stylesheet over the wire, many small files on the desk: css/order.txt names them, this finder joins them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.base import ContentFile, File
from django.core.files.storage import FileSystemStorage

NAME = "css/site.css"


def joined(folder: Path) -> str:
    names = (folder / "order.txt").read_text().split()
    return "\n".join((folder / name).read_text() for name in names)


class _Joined(FileSystemStorage):
    def _open(self, name: str, mode: str = "rb") -> File:
        return ContentFile(joined(Path(self.location)).encode(), name=name)


class JoinedStylesheetFinder(BaseFinder):
    def __init__(self, app_names: Any = None, *args: Any, **kwargs: Any) -> None:
        self.storage = _Joined(location=Path(settings.STATICFILES_DIRS[0]) / "css")

    def list(self, ignore_patterns: Any) -> Iterator[tuple[str, FileSystemStorage]]:
        yield NAME, self.storage

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        return []  # no file of its own on disk: pages take it from the collected files

    def check(self, **kwargs: Any) -> Sequence[Any]:
        return []
