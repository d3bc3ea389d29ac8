"""The fields that forms of the notebook are made of: boxes, lines, taps, days, a number from 0 to 10."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, ClassVar

from django import forms
from django.forms.boundfield import BoundField
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

LONGEST = 4000  # characters of a box
SHORT = 300  # of a line
KEPT = 20_000  # of any field, finished or not
TOO_LONG = _(
    "This is longer than %(limit_value)d characters (it has %(show_value)d). All of it is kept: please shorten it, or "
    "write the rest as another note."
)
Choices = Sequence[tuple[str, Any]]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a long form that folds. `names`: its fields."""

    title: Any
    names: tuple[str, ...]
    hint: Any = ""


@dataclass(frozen=True, slots=True)
class Fold:
    """A section as a form shows it: how many of its fields hold something, and whether it stands open."""

    section: Section
    fields: list[BoundField]
    filled: int
    open: bool


class EntryForm(forms.Form):
    use_required_attribute = False
    sections: ClassVar[tuple[Section, ...]] = ()

    def folds(self) -> Iterator[Fold]:
        """Open: what holds an error, and the first one while nothing is written yet."""
        parts = [(section, [self[name] for name in section.names]) for section in self.sections]
        filled = [sum(bool(field.value()) for field in fields) for _section, fields in parts]
        for number, (section, fields) in enumerate(parts):
            is_open = any(field.errors for field in fields) or (number == 0 and not any(filled))
            yield Fold(section, fields, filled[number], is_open)

    def given(self, opened_at: datetime) -> dict[str, str | list[str]]:
        """All that the form holds, whether or not it is finished. `opened_at`: for forms that say "now"."""
        return {name: self._raw(name, field) for name, field in self.fields.items()}

    def _raw(self, name: str, field: forms.Field) -> str | list[str]:
        raw = field.widget.value_from_datadict(self.data, self.files, self.add_prefix(name))
        known = self.names_of(name)
        if isinstance(field, forms.MultipleChoiceField):
            return [each for each in known if each in (raw or [])]
        text = plain(str(raw or ""))
        return text if not known or text in known else ""

    @classmethod
    @cache
    def names_of(cls, name: str) -> dict[str, Any]:
        """The taps of a field, by value."""
        return {str(value): words for value, words in getattr(cls.base_fields.get(name), "choices", ())}

    @classmethod
    def begun(cls, given: dict[str, Any]) -> dict[str, Any]:
        """What the form shows of an entry."""
        return given


def plain(text: str) -> str:
    """A text as it is kept: browsers send line ends of two characters, and no database takes a null."""
    return text.replace("\r\n", "\n").replace("\x00", "").strip()[:KEPT]


class _Text(forms.CharField):
    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Without maxlength: a browser would cut off the rest of a pasted text and say nothing."""
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}


def box(label: Any, *, hint: Any = "", rows: int = 3, required: bool = False) -> forms.CharField:
    return _Text(
        label=label,
        help_text=hint,
        required=required,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"max_length": TOO_LONG, "required": _("Please write a few words.")},
    )


def line(label: Any, *, hint: Any = "", required: bool = False) -> forms.CharField:
    return _Text(
        label=label,
        help_text=hint,
        required=required,
        max_length=SHORT,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"max_length": TOO_LONG, "required": _("Please write a few words.")},
    )


def tap(label: Any, choices: Choices, *, hint: Any = "", required: bool = False) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        help_text=hint,
        required=required,
        choices=choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please tap what comes closest.")},
    )


def taps(label: Any, choices: Choices, *, hint: Any = "") -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, help_text=hint, required=False, choices=choices, widget=forms.CheckboxSelectMultiple
    )


def day(label: Any, *, hint: Any = "", today: bool = True, required: bool = False) -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=hint,
        required=required,
        initial=localdate if today else None,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": _("Please give the day as year, month and day: 2026-03-14.")},
    )


def ten(label: Any, *, hint: Any = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        help_text=hint,
        required=False,
        min_value=0,
        max_value=10,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": _("Please give a whole number from 0 to 10.")},
    )
