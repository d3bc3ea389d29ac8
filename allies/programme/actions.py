"""Publishing writes editions; members leave marks of progress."""

from __future__ import annotations

from django.db import transaction
from django.template.loader import render_to_string
from wagtail.models import Page, ReferenceIndex

from allies.accounts.models import Member
from allies.lib.edition import minutes_to_read
from allies.programme.models import (
    Completion,
    LastLesson,
    LearnIndex,
    LessonEdition,
    LessonPage,
    ModuleEdition,
    ModulePage,
    Recording,
    WatchedTo,
)


def learn_index(parent: Page) -> LearnIndex:
    """The learning centre's index page under `parent`, made when missing."""
    found = LearnIndex.objects.first()
    return found or parent.add_child(instance=LearnIndex(title="Learn", slug="learn", show_in_menus=False))


def module_edition(page: ModulePage) -> ModuleEdition:
    edition = ModuleEdition.objects.filter(page=page.pk).first() or ModuleEdition(page=page)
    edition.number, edition.slug, edition.title, edition.summary = page.number, page.slug, page.title, page.summary
    edition.html = page.body.render_as_block()
    edition.minutes = minutes_to_read(edition.html)
    return edition


def lesson_edition(page: LessonPage) -> LessonEdition:
    """The lesson as readers would see it, unsaved: `write_edition` keeps it, a preview shows it."""
    edition = LessonEdition.objects.filter(page=page.pk).select_related("module").first() or LessonEdition(page=page)
    module = page.module
    edition.module = ModuleEdition.objects.filter(page=module).first() or module_edition(module)
    edition.code, edition.slug, edition.coming = page.code, page.slug, page.coming
    edition.position = page.path[-page.steplen :]  # its place in its module: the way there may be renumbered
    edition.title, edition.summary = page.title, page.summary
    edition.html = render_to_string("programme/lesson_edition.html", {"page": page})
    edition.minutes = minutes_to_read(edition.html)
    return edition


@transaction.atomic
def write_edition(page: ModulePage | LessonPage) -> None:
    """Make what readers see the page's live version; a page that is not live has none."""
    if isinstance(page, ModulePage):
        if not page.live:
            ModuleEdition.objects.filter(page=page).delete()
            return
        module_edition(page).save()
        for lesson in LessonPage.objects.child_of(page).live():
            write_edition(lesson)
        return
    if not page.live or not page.module.live:
        LessonEdition.objects.filter(page=page).delete()
        return
    edition = lesson_edition(page)
    if edition.module.pk is None:
        edition.module.save()
    edition.save()


def rewrite_using(recording: Recording) -> None:
    """Write again each live lesson that plays `recording`, so that its title and words are the present ones."""
    keys = ReferenceIndex.get_references_to(recording).values_list("object_id", flat=True)
    for page in LessonPage.objects.live().filter(pk__in=[int(key) for key in keys if key.isdecimal()]):
        write_edition(page)


def complete_lesson(lesson: LessonEdition, *, by: Member) -> Completion:
    return Completion.objects.get_or_create(member=by, lesson=lesson.code)[0]


def reopen_lesson(lesson: LessonEdition, *, by: Member) -> None:
    Completion.objects.of(by).filter(lesson=lesson.code).delete()


def remember_lesson(lesson: LessonEdition, *, by: Member) -> None:
    """Keep where `by` is reading, once a change: a lesson that is opened again writes nothing."""
    LastLesson.objects.update_or_create(member=by, defaults={"lesson": lesson.code})


def remember_position(recording: Recording, seconds: int, *, by: Member) -> None:
    WatchedTo.objects.update_or_create(member=by, recording=recording, defaults={"seconds": seconds})
