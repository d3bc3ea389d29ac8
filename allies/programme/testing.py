"""Modules, lessons and recordings for the tests."""

from __future__ import annotations

import itertools
from typing import Any

from django.core.files.base import ContentFile
from wagtail.models import Page

from allies.programme.actions import learn_index
from allies.programme.models import LearnIndex, LessonPage, ModulePage, Recording

_numbers = itertools.count(1)
_TEXT = [{"type": "text", "value": "<p>One small step.</p>"}]


def make_learn() -> LearnIndex:
    """The learning centre, under the tree's root: which page stands between is the home room's business."""
    return LearnIndex.objects.first() or learn_index(Page.get_first_root_node())


def make_module(**fields: Any) -> ModulePage:
    """A published module; without a number it stands after the others."""
    index = make_learn()
    number = fields.setdefault("number", ModulePage.objects.count() + 1)
    fields = {"title": f"Module {number}", "slug": f"module-{number}", "summary": "What it is about."} | fields
    page = index.add_child(instance=ModulePage(**{"code": fields["slug"], "live": False, **fields}))
    page.save_revision().publish()
    return ModulePage.objects.get(pk=page.pk)


def make_lesson(module: ModulePage | None = None, **fields: Any) -> LessonPage:
    """A published lesson, the last of its module."""
    parent = Page.objects.get(pk=(module or ModulePage.objects.first() or make_module()).pk).specific
    number = next(_numbers)
    fields = {"title": f"Lesson {number}", "slug": f"lesson-{number}", "summary": "In short.", "body": _TEXT} | fields
    if fields.get("coming"):
        fields["body"] = []
    code = f"{parent.code}/{fields['slug']}"
    page = parent.add_child(instance=LessonPage(**{"code": code, "live": False, **fields}))
    page.save_revision().publish()
    return LessonPage.objects.get(pk=page.pk)


def make_recording(kind: str = "video", **fields: Any) -> Recording:
    """A recording of 1000 bytes with captions and a poster; not a film that plays."""
    film = kind == "video"
    recording = Recording(**{"kind": kind, "title": "Three slow breaths", "transcript": "Breathe in.", **fields})
    recording.file.save("clip.mp4" if film else "clip.mp3", ContentFile(bytes(range(250)) * 4), save=False)
    if film:
        recording.captions.save("clip.vtt", ContentFile(b"WEBVTT\n\n00:00.000 --> 00:04.000\nBreathe in."), save=False)
        recording.poster.save("clip.jpg", ContentFile(b"\xff\xd8\xff"), save=False)
    recording.save()
    return recording
