"""The way through the programme, as one member stands on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from allies.accounts.models import Member
from allies.lib.prepared import Prepared, PreparedRows
from allies.programme.models import Completion, LastLesson, LessonEdition, ModuleEdition

_LESSONS = Prepared(
    lambda: LessonEdition.objects.order_by("module__number", "position").values_list(
        "code", "module__slug", "slug", "title", "summary", "minutes", "coming", "module__number"
    )
)
_MODULES: PreparedRows[ModuleEdition] = PreparedRows(lambda: ModuleEdition.objects.order_by("number"))
_DONE = Prepared(lambda member: Completion.objects.filter(member=member).values_list("lesson"), int)
_LAST = Prepared(lambda member: LastLesson.objects.filter(member=member).values_list("lesson"), int)


class Step(NamedTuple):  # every page of the room makes one for each lesson
    """One lesson on the way."""

    code: str
    module_slug: str
    slug: str
    title: str
    summary: str
    minutes: int
    coming: bool
    module_number: int
    done: bool

    @property
    def address(self) -> str:
        return f"/learn/{self.module_slug}/{self.slug}/"

    @property
    def version(self) -> tuple[object, ...]:
        """All that pages show of it (`kept` fragments)."""
        return tuple(self)


@dataclass(frozen=True)
class Stretch:
    """One module on the way, with its lessons."""

    module: ModuleEdition
    steps: list[Step]
    here: bool = False
    known: bool = False  # whether it is a member's own

    @cached_property
    def ready(self) -> list[Step]:
        return [step for step in self.steps if not step.coming]

    @cached_property
    def done(self) -> int:
        return sum(step.done for step in self.ready)

    @cached_property
    def state(self) -> str:
        """ "done", "here" (where the member goes on) or "ahead"."""
        if self.ready and self.done == len(self.ready):
            return "done"
        return "here" if self.here else "ahead"

    @property
    def version(self) -> tuple[object, ...]:
        """Changes with whatever pages show of it (`kept` fragments)."""
        return self.module.pk, self.module.written_at, self.state, self.done, self.total, self.known

    @property
    def number(self) -> int:
        return self.module.number

    @property
    def title(self) -> str:
        return self.module.title

    @property
    def summary(self) -> str:
        return self.module.summary

    @property
    def url(self) -> str:
        return self.module.address

    @property
    def total(self) -> int:
        return len(self.ready)


@dataclass(frozen=True)
class Outline:
    steps: list[Step]
    last: str = ""
    modules: list[ModuleEdition] = field(default_factory=list)
    known: bool = False  # whether it is a member's own

    @cached_property
    def stretches(self) -> list[Stretch]:
        here = self.resume.module_slug if self.resume and self.known else ""
        return [
            Stretch(
                module,
                [step for step in self.steps if step.module_slug == module.slug],
                here == module.slug,
                self.known,
            )
            for module in self.modules
        ]

    @cached_property
    def ready(self) -> list[Step]:
        return [step for step in self.steps if not step.coming]

    @cached_property
    def done(self) -> int:
        return sum(step.done for step in self.ready)

    def around(self, code: str) -> tuple[Step | None, Step | None]:
        """The written lessons before and after `code`."""
        codes = [step.code for step in self.steps]
        place = codes.index(code) if code in codes else len(codes)
        before = [step for step in self.steps[:place] if not step.coming]
        after = [step for step in self.steps[place + 1 :] if not step.coming]
        return (before[-1] if before else None), (after[0] if after else None)

    @cached_property
    def resume(self) -> Step | None:
        """Where to go on: the lesson left open, else the next one not done after it, else the first not done."""
        codes = [step.code for step in self.ready]
        start = codes.index(self.last) if self.last in codes else 0
        ahead = self.ready[start:] + self.ready[:start]
        return next((step for step in ahead if not step.done), None)


def outline_for(member: Member | None, *, modules: bool = False) -> Outline:
    """Every lesson in order with what `member` has done; with the modules' own words when `modules` is wanted."""
    done = {code for (code,) in _DONE(member.pk)} if member else set()
    last = next((code for (code,) in _LAST(member.pk)), "") if member else ""
    steps = [Step(*(*row, row[0] in done)) for row in _LESSONS()]
    return Outline(steps, last, _MODULES() if modules else [], member is not None)
