"""What is kept of a page is never stale and never another reader's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import override

from allies.lib.templatetags.kept import MOST, KeptNode


@dataclass
class Thing:
    words: str
    version: Any = None


def template(inside: str, names: str = "thing") -> Template:
    return Template(f"{{% load kept i18n %}}{{% kept {names} %}}{inside}{{% endkept %}}")


def show(made: Template, **values: Any) -> str:
    found: SafeString = made.render(Context(values))
    return found


def test_a_thing_is_rendered_once_for_each_version() -> None:
    made = template("{{ thing.words }}")
    assert show(made, thing=Thing("first", version=1)) == "first"
    assert show(made, thing=Thing("unseen", version=1)) == "first"
    assert show(made, thing=Thing("second", version=2)) == "second"
    assert show(made, thing=Thing("unseen", version=1)) == "first"


def test_what_has_no_version_is_never_kept() -> None:
    made = template("{{ thing.words }}")
    for words in ("first", "second"):
        assert show(made, thing=Thing(words)) == words
    rows = template("{% for row in thing %}{{ row }}{% endfor %}")
    assert show(rows, thing=["a"]) == "a"
    assert show(rows, thing=["b"]) == "b"


def test_texts_numbers_and_nothing_are_kept_under_themselves() -> None:
    made = template("[{{ thing }}]")
    for value, shown in (("a", "a"), ("b", "b"), (1, "1"), (True, "True"), (2, "2"), (None, "None"), ("a", "a")):
        assert show(made, thing=value) == f"[{shown}]"
    assert show(made) == "[]"


def test_a_safe_text_makes_no_other_text_safe() -> None:
    made = template("{{ thing }}")
    assert show(made, thing=mark_safe("<b>")) == "<b>"
    assert show(made, thing="<b>") == "&lt;b&gt;"
    assert show(made, thing=mark_safe("<b>")) == "<b>"


def test_a_fragment_sees_nothing_but_what_it_names() -> None:
    made = template("{{ thing }}{{ member }}", "thing")
    assert show(made, thing="a", member="alice") == "a"


def test_each_language_has_its_own() -> None:
    made = template("{% get_current_language as now %}{{ now }}")
    for language in ("en", "es", "en"):
        with override(language):
            assert show(made, thing="a") == language


def test_memory_is_bounded() -> None:
    made = template("{{ thing }}")
    for number in range(MOST + 5):
        assert show(made, thing=number) == str(number)
    (node,) = made.nodelist.get_nodes_by_type(KeptNode)
    assert 0 < len(node.kept) <= MOST


def test_only_plain_names_are_taken() -> None:
    for names in ("thing.words", "thing|upper", '"words"'):
        with pytest.raises(TemplateSyntaxError):
            template("a", names)
