"""Recordings named in the source files: the media file, its captions, poster and transcript become one row."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.core.files.base import ContentFile
from django.db.models.fields.files import FieldFile

from allies.lib.source import Fence, Source
from allies.programme.models import Recording

_PART = re.compile(r"^(captions|poster|transcript):[ \t]*(.*)$")


def recording_from(fence: Fence, source: Source, media: Path) -> dict[str, Any]:
    """The block value of a `::: video` or `::: audio` fence; refuses missing files and a video without captions.

    The row belongs to the media file's name: members' positions stay when captions are mended or the film is cut anew.
    """
    name, _space, title = fence.heading.partition(" ")
    parts: dict[str, str] = {"captions": "", "poster": "", "transcript": ""}
    current = ""
    for line in fence.text.split("\n"):
        named = _PART.match(line)
        if named:
            current, line = named[1], named[2]
        if current:
            parts[current] += f"{line}\n"
    parts = {part: text.strip() for part, text in parts.items()}
    wanted = {"file": name, "captions": parts["captions"], "poster": parts["poster"]}
    paths = {part: media / file for part, file in wanted.items() if file}
    for part, path in paths.items():
        if not path.resolve().is_relative_to(media.resolve()) or not path.is_file():
            raise source.refuse(f"{part} “{wanted[part]}” is not in {media}", line=fence.line)
    if not name or not title:
        raise source.refuse(f"reads “::: {fence.kind} file.ext Title”", line=fence.line)
    if not parts["transcript"] or (fence.kind == "video" and not parts["captions"]):
        raise source.refuse(f"{fence.kind} needs a transcript, and a video captions", line=fence.line)
    return {"recording": _kept(fence.kind, name, title, parts["transcript"], paths).pk}


def _kept(kind: str, name: str, title: str, transcript: str, paths: dict[str, Path]) -> Recording:
    key = uuid5(NAMESPACE_URL, f"recording/{name}")
    recording = Recording.objects.filter(key=key).first() or Recording(key=key)
    for part, path in paths.items():
        if not _same(getattr(recording, part), path):
            getattr(recording, part).save(path.name, ContentFile(path.read_bytes()), save=False)
    recording.kind, recording.title, recording.transcript = kind, title, transcript
    recording.save()
    return recording


def _same(stored: FieldFile, path: Path) -> bool:
    if not stored or not stored.storage.exists(stored.name) or stored.size != path.stat().st_size:
        return False
    with stored.storage.open(stored.name) as kept:
        return bool(kept.read() == path.read_bytes())
