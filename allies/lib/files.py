"""Private files over HTTP, whole or in part: a phone's player asks for a video in ranges (RFC 9110, section 14).

WhiteNoise's own range answer refuses a range of one byte and knows no If-Range, and it wants a path on this machine,
which a bucket does not have.
"""

from __future__ import annotations

import mimetypes
import re
from typing import IO, Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotModified

_RANGE = re.compile(r"bytes\s*=\s*([0-9]{0,18})\s*-\s*([0-9]{0,18})\s*", re.IGNORECASE)
_CHUNK = 64 * 1024  # bytes read at once; Django's own 4 KB costs a film thousands of turns
_TYPES = {"text/vtt": "text/vtt; charset=utf-8"}
mimetypes.add_type("text/vtt", ".vtt")


class _Part:
    """The first `length` bytes from where `file` stands."""

    def __init__(self, file: IO[bytes], length: int) -> None:
        self._file, self._left = file, length

    def read(self, size: int = -1) -> bytes:
        chunk = self._file.read(self._left if size < 0 else min(size, self._left))
        self._left -= len(chunk)
        return chunk

    def close(self) -> None:
        self._file.close()


def wanted_range(header: str, size: int) -> tuple[int, int] | None:
    """First and last byte that a Range `header` asks of a file of `size` bytes.

    None when the header is to be ignored (absent, another unit, several ranges). ValueError when none of it is there.
    """
    found = _RANGE.fullmatch(header.strip())
    if not found or not (found[1] or found[2]):
        return None
    if not found[1]:
        first, last = max(0, size - int(found[2])), size - 1
    else:
        first, last = int(found[1]), min(int(found[2]) if found[2] else size - 1, size - 1)
        if found[2] and int(found[2]) < first:
            return None
    if first > last:
        raise ValueError(header)
    return first, last


def ranged(request: HttpRequest, stored: Any) -> HttpResponseBase:
    """The stored file (a FieldFile), or the part of it that the request asks for: 200, 206, 304, 404 or 416."""
    try:
        size = stored.size
    except FileNotFoundError as error:  # the row is there, its file is not
        raise Http404 from error
    tag = f'"{stored.name.rsplit("/", 1)[-1]}-{size:x}"'
    if tag in (known.strip().removeprefix("W/") for known in request.headers.get("If-None-Match", "").split(",")):
        return HttpResponseNotModified(headers={"ETag": tag})
    same = request.headers.get("If-Range", tag) == tag  # else the parts kept are of another file: the whole of this one
    try:
        part = wanted_range(request.headers.get("Range", ""), size) if same else None
    except ValueError:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}", "Accept-Ranges": "bytes"})
    first, last = part or (0, size - 1)
    kind = mimetypes.guess_type(stored.name)[0] or "application/octet-stream"
    length = last - first + 1
    headers = {"Accept-Ranges": "bytes", "ETag": tag, "Content-Length": str(length), "Content-Disposition": "inline"}
    if part:
        headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    if request.method == "HEAD":
        return HttpResponse(status=206 if part else 200, content_type=_TYPES.get(kind, kind), headers=headers)
    file = stored.storage.open(stored.name, "rb")
    file.seek(first)
    response = FileResponse(status=206 if part else 200, content_type=_TYPES.get(kind, kind), headers=headers)
    response.block_size = _CHUNK
    response.streaming_content = _Part(file, length)
    return response
