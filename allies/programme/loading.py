"""From the source folder's files to pages: everything is read and refused first, then everything is written at once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Page

from allies.lib.blocks import body_from
from allies.lib.loaded import digest, keep_order, put_page
from allies.lib.source import Fence, Source, SourceError, read_source
from allies.programme.models import LessonPage, ModulePage
from allies.programme.recording_files import recording_from

STATUSES = ("ready", "coming")


@dataclass(frozen=True, slots=True)
class LessonSource:
    source: Source
    body: list[dict[str, Any]]

    @property
    def coming(self) -> bool:
        return self.source.front.get("status") == "coming"


@dataclass(frozen=True, slots=True)
class ModuleSource:
    source: Source
    body: list[dict[str, Any]]
    lessons: list[LessonSource]


def read_lesson(path: Path, media: Path) -> LessonSource:
    source = read_source(path)
    source.known(required=("id", "slug", "title", "summary", "status"), optional=("sources",))
    source.slug()
    if source.text("status") not in STATUSES:
        raise source.refuse(f"“status” must be one of {', '.join(STATUSES)}", key="status")
    source.text("id", limit=100), source.text("title"), source.text("summary", limit=400)
    _sources(source)
    take: Callable[[Fence, Source], Any] = lambda fence, of: recording_from(fence, of, media)  # noqa: E731
    lesson = LessonSource(source, body_from(source, others={"video": take, "audio": take}))
    if not lesson.coming and not lesson.body:
        raise source.refuse("is “ready” and has no body", key="status")
    return lesson


def read_module(folder: Path, media: Path) -> ModuleSource:
    source = read_source(folder / "module.md")
    source.known(required=("id", "number", "slug", "title", "summary"))
    source.slug(), source.text("id", limit=100), source.text("title"), source.text("summary", limit=300)
    if type(source.front["number"]) is not int or not 1 <= source.front["number"] <= 20:
        raise source.refuse("“number” must be a whole number from 1 to 20", key="number")
    paths = sorted(path for path in folder.glob("*.md") if path.name != "module.md")
    for path in paths:
        if not re.match(r"\d+-", path.name):
            raise SourceError(path, 1, "needs a number before its name: its place in the module")
    return ModuleSource(source, body_from(source), [read_lesson(path, media) for path in paths])


def read_programme(folder: Path) -> list[ModuleSource]:
    """All modules below `folder`/modules, in their folders' order; SourceError at the first that cannot be read."""
    if not (folder / "modules").is_dir():
        raise SourceError(folder / "modules", 1, "is not a folder")
    modules = [read_module(path, folder / "media") for path in sorted((folder / "modules").iterdir()) if path.is_dir()]
    everything = [module.source for module in modules] + [
        lesson.source for module in modules for lesson in module.lessons
    ]
    _refuse_twins(everything, "id", "stands in more than one file")
    for key in ("number", "slug"):
        _refuse_twins([module.source for module in modules], key, "stands in another module too")
    for module in modules:
        _refuse_twins(
            [lesson.source for lesson in module.lessons], "slug", "stands in another lesson of this module too"
        )
    return modules


def _refuse_twins(sources: list[Source], key: str, reason: str) -> None:
    seen = set()
    for source in sources:
        if source.front[key] in seen:
            raise source.refuse(f"“{key}” {source.front[key]} {reason}", key=key)
        seen.add(source.front[key])


@transaction.atomic
def load_programme(folder: Path, index: Page) -> Counter[str]:
    """Create or update the pages under `index` from `folder`; how many were created, updated, unchanged, kept."""
    done: Counter[str] = Counter()
    for module in read_programme(folder):
        page, what = _put_module(module, index)
        done[what] += 1
        put = [put_lesson(lesson, page) for lesson in module.lessons]
        done.update(what for _lesson, what in put)
        if {"created", "updated"} & {what for _lesson, what in put}:
            keep_order([lesson for lesson, _what in put if lesson.get_parent().pk == page.pk])
    return done


def put_lesson(lesson: LessonSource, module: Page) -> tuple[Page, str]:
    front = lesson.source.front
    fields = {
        "title": front["title"],
        "slug": front["slug"],
        "summary": lesson.source.text("summary", limit=400),
        "coming": lesson.coming,
        "body": lesson.body,
        "sources": [{"type": "source", "value": cited} for cited in _sources(lesson.source)],
    }
    return _put(LessonPage, module, lesson.source, fields)


def _put_module(module: ModuleSource, index: Page) -> tuple[Page, str]:
    front = module.source.front
    fields = {name: front[name] for name in ("title", "slug", "number", "summary")} | {"body": module.body}
    return _put(ModulePage, index, module.source, fields)


def _put(model: type[Page], parent: Page, source: Source, fields: dict[str, Any]) -> tuple[Page, str]:
    """The page, or a refusal when the site cannot take it, such as for an address that another page has."""
    try:
        code, marks = source.front["id"], digest(source.path)
        return put_page(model, parent, code=code, source_digest=marks, fields=fields)
    except ValidationError as error:
        key, reasons = next(iter(error.message_dict.items()))
        reason = f"the site does not take it: {' '.join(reasons)}"
        raise source.refuse(reason, key=key if key in source.front else "") from error


def _sources(source: Source) -> list[dict[str, Any]]:
    cited = source.front.get("sources") or []
    if not isinstance(cited, list):
        raise source.refuse("“sources” must be a list", key="sources")
    for entry in cited:
        if not isinstance(entry, dict) or not {"title", "by"} <= set(entry) <= {"title", "by", "year", "url"}:
            raise source.refuse("each of “sources” has “title” and “by”, and may have “year” and “url”", key="sources")
        for key, limit in (("title", 300), ("by", 200)):
            if not isinstance(entry[key], str) or not 0 < len(entry[key].strip()) <= limit:
                raise source.refuse(f"a source's “{key}” must be text of up to {limit} characters", key="sources")
        if type(entry.get("year", 0)) is not int:
            raise source.refuse("a source's “year” must be a whole number", key="sources")
        if not re.match(r"https?://\S+$", str(entry.get("url", "https://none"))):
            raise source.refuse("a source's “url” must begin with https://", key="sources")
    return [{"title": "", "by": "", "year": None, "url": ""} | entry for entry in cited]
