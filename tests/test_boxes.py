"""Every box in which members write has the words check beside it, and urgent help with it."""

from __future__ import annotations

import re
from importlib import import_module

from django import forms

from tests.project import ROOT, files, name

FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)
OPENED = re.compile(r"<form\b[^>]*\bdata-words(=\"private\")?[\s>]", re.DOTALL)
WITHOUT = {
    "allies/templates/answers/comment_remove.html": "a moderator's reason, in a few words",
    "allies/templates/answers/closed_why.html": "its member cannot sign in, and the check is for members alone",
}


def long_fields() -> set[str]:
    """The names of all form fields that are boxes of several lines."""
    paths = files("allies/**/forms.py", "allies/**/forms/*.py")
    modules = [import_module(name(path).removesuffix(".py").replace("/", ".")) for path in paths]
    things = [thing for module in modules for thing in vars(module).values()]
    found = [thing for thing in things if isinstance(thing, type) and issubclass(thing, forms.BaseForm)]
    fields = [item for form in found for item in getattr(form, "base_fields", {}).items()]
    return {field for field, known in fields if isinstance(known.widget, forms.Textarea)}


def without(text: str, fields: set[str]) -> list[str]:
    """The forms in a template that hold such a box, and not the check."""
    box = re.compile(rf"<textarea\b|\bform\.(?:{'|'.join(sorted(fields))})\b")
    return [form for form in FORM.findall(text) if box.search(form) and not OPENED.match(form)]


def test_every_box_of_members_has_the_check() -> None:
    fields = long_fields()
    assert {"text", "reason"} <= fields
    templates = [path for path in files("allies/**/*.html") if "/desk/" not in path.as_posix()]
    found = {name(path) for path in templates if without(path.read_text(), fields)}
    assert found == set(WITHOUT)


def test_a_box_without_it_would_be_seen() -> None:
    shown = '<form method="post"{}>{{% include "x.html" with field=form.text only %}}</form>'
    assert without(shown.format(""), {"text"})
    assert without('<form class="box"><textarea></textarea></form>', {"text"})
    assert not without(shown.format(" data-words"), {"text"})
    assert not without(shown.format(' data-words="private"'), {"text"})
    assert not without('<form><input name="text"></form>', {"text"})


def test_the_script_knows_the_address_of_the_check() -> None:
    from django.urls import reverse

    script = (ROOT / "allies" / "static" / "js" / "words.js").read_text()
    assert f'"{reverse("home:words-check")}"' in script
