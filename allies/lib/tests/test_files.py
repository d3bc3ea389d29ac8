from __future__ import annotations

import tempfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.storage import FileSystemStorage
from django.http import Http404
from django.http.response import HttpResponseBase
from django.test import RequestFactory

from allies.lib.files import ranged

pytestmark = pytest.mark.django_db  # closing a response tells Django that the request has ended

BYTES = bytes(range(256)) * 700  # more than two chunks


def stored(data: bytes = BYTES, name: str = "clip.mp4") -> Any:
    folder = Path(tempfile.mkdtemp())
    (folder / name).write_bytes(data)
    return SimpleNamespace(name=name, size=len(data), storage=FileSystemStorage(location=folder))


class Answer:
    """A response that was read to its end and closed."""

    def __init__(self, response: HttpResponseBase) -> None:
        self.status_code, self.headers = response.status_code, response.headers
        self.body = b"".join(response)  # type: ignore[call-overload]
        response.close()

    def __getitem__(self, name: str) -> str:
        return self.headers[name]


def asked(file: Any, *, head: bool = False, **headers: str) -> Answer:
    factory = RequestFactory(headers={name.replace("_", "-"): value for name, value in headers.items()})
    return Answer(ranged((factory.head if head else factory.get)("/"), file))


@pytest.fixture(scope="module")
def clip() -> Any:
    return stored()


def test_the_whole_file(clip: Any) -> None:
    response = asked(clip)
    assert (response.status_code, response["Content-Length"]) == (200, str(len(BYTES)))
    assert (response["Accept-Ranges"], response["Content-Type"]) == ("bytes", "video/mp4")
    assert response.body == BYTES


@pytest.mark.parametrize(
    ("header", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=0-", 0, len(BYTES) - 1),
        ("bytes=100-299", 100, 299),
        ("bytes=100-99999999", 100, len(BYTES) - 1),
        (f"bytes={len(BYTES) - 1}-", len(BYTES) - 1, len(BYTES) - 1),
        ("bytes=-1", len(BYTES) - 1, len(BYTES) - 1),
        ("bytes=-99999999", 0, len(BYTES) - 1),
        ("BYTES = 3 - 4 ", 3, 4),
    ],
)
def test_a_part(clip: Any, header: str, first: int, last: int) -> None:
    response = asked(clip, range=header)
    assert response.status_code == 206
    assert response["Content-Range"] == f"bytes {first}-{last}/{len(BYTES)}"
    assert response["Content-Length"] == str(last - first + 1)
    assert response.body == BYTES[first : last + 1]


@pytest.mark.parametrize("header", [f"bytes={len(BYTES)}-", "bytes=-0", "bytes=999999999-"])
def test_a_part_that_is_not_there(clip: Any, header: str) -> None:
    response = asked(clip, range=header)
    assert (response.status_code, response["Content-Range"], response.body) == (416, f"bytes */{len(BYTES)}", b"")


NONSENSE = ["", "bytes=", "bytes=-", "bytes=5-3", "bytes=0-1,4-5", "lines=0-1", "bytes=a-b", "bytes=1", "bytes=٣-٤"]


@pytest.mark.parametrize("header", [*NONSENSE, f"bytes={'9' * 5000}-"])
def test_what_cannot_be_understood_is_ignored(clip: Any, header: str) -> None:
    response = asked(clip, range=header)
    assert (response.status_code, response.body) == (200, BYTES)


def test_head_tells_without_sending(clip: Any) -> None:
    whole, part = asked(clip, head=True), asked(clip, head=True, range="bytes=1-2")
    assert (whole.status_code, whole["Content-Length"], whole.body) == (200, str(len(BYTES)), b"")
    assert (part.status_code, part["Content-Range"], part.body) == (206, f"bytes 1-2/{len(BYTES)}", b"")


def test_an_empty_file_and_a_missing_one() -> None:
    empty = stored(b"", "none.vtt")
    assert (asked(empty).status_code, asked(empty).body) == (200, b"")
    assert asked(empty)["Content-Type"] == "text/vtt; charset=utf-8"
    assert asked(empty, range="bytes=0-").status_code == 416

    class Gone:
        name = "gone.mp4"

        @property
        def size(self) -> int:
            raise FileNotFoundError

    with pytest.raises(Http404):
        asked(Gone())
