from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from allies.lib.blocks import PageBody, SiteAddressBlock, body_from
from allies.lib.source import SourceError, read_source
from allies.lib.tests.test_source import FRONT, source


def body(folder: Path, text: str, **others: Any) -> list[dict[str, Any]]:
    return body_from(read_source(source(folder, FRONT + text)), others=others)


def test_each_kind_of_block(tmp_path: Path) -> None:
    made = body(
        tmp_path,
        "Water.\n::: key\n*Warm* it.\n:::\n::: safety\nHot.\n:::\n::: question\nHow?\n:::\n"
        "::: example Tea time\nYou: Tea?\nJonas: Please & thanks.\n:::\n"
        "::: tool /help/now/ Urgent help\nOne\nsentence & more.\n:::\n",
    )
    assert [block["type"] for block in made] == ["text", "key", "safety", "question", "example", "tool"]
    assert made[1]["value"] == "<p><em>Warm</em> it.</p>"
    assert made[4]["value"]["scene"] == "Tea time"
    assert [line["value"]["speaker"] for line in made[4]["value"]["lines"]] == ["You", "Jonas"]
    assert made[5]["value"] == {"address": "/help/now/", "label": "Urgent help", "about": "One sentence & more."}


def test_what_is_made_is_what_the_desk_takes_and_readers_see(tmp_path: Path) -> None:
    made = body(tmp_path, "## Tea\n::: example\nYou: <b>Tea</b>?\n:::\n::: tool /x/ Go\nA & b.\n:::\n")
    block = PageBody()
    html = block.render(block.clean(block.to_python(made)))
    assert "<h2>Tea</h2>" in html
    assert "&lt;b&gt;Tea&lt;/b&gt;?" in html
    assert "A &amp; b." in html


def test_the_same_source_makes_the_same_keys(tmp_path: Path) -> None:
    text = "One.\n::: key\nTwo.\n:::\n"
    first, second = body(tmp_path, text), body(tmp_path, text)
    assert [block["id"] for block in first] == [block["id"] for block in second]
    assert len({block["id"] for block in first}) == 2


def test_a_room_adds_its_own_kinds(tmp_path: Path) -> None:
    made = body(tmp_path, "::: video a.mp4 Tea\n:::\n", video=lambda fence, of: {"title": fence.heading})
    assert made[0]["value"] == {"title": "a.mp4 Tea"}


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("::: video a.mp4 Tea\n:::\n", 5, "“video” is not a kind of block"),
        ("::: key\n\n:::\n", 5, "“key” is not a kind of block, or it is empty"),
        ("One.\n\n# Two\n", 5, "headings in a body start at ##"),
        ("::: example\nNobody speaks.\n:::\n", 6, "an example starts with"),
        (f"::: example {'x' * 161}\nA: b\n:::\n", 5, "160 characters"),
        ("::: tool\nx\n:::\n", 5, "a tool block reads"),
        ("::: tool /help/now/\nx\n:::\n", 5, "a tool block reads"),
        ("::: tool //evil.example/ Label\nx\n:::\n", 5, "a tool block reads"),
        ("::: tool https://evil.example/ Label\nx\n:::\n", 5, "a tool block reads"),
        (f"::: tool /x/ Label\n{'x' * 201}\n:::\n", 6, "200 characters"),
    ],
)
def test_refusals(tmp_path: Path, text: str, line: int, reason: str) -> None:
    with pytest.raises(SourceError) as caught:
        body(tmp_path, text)
    assert (caught.value.line, reason in caught.value.reason) == (line, True)


def test_the_desk_takes_addresses_of_this_site_only() -> None:
    block = SiteAddressBlock()
    assert block.clean("/help/now/") == "/help/now/"
    for address in ("//evil.example/", "https://evil.example/", "javascript:alert(1)", "help/now/", ""):
        with pytest.raises(ValidationError):
            block.clean(address)
