from __future__ import annotations

import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allies.lib.markdown import comment_html, programme_html

ALLOWED = {"p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "a"}
ATTACKS = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "![x](https://evil.example/x.png)",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#10;script:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:x)",
    "<javascript:alert(1)>",
    '[x](https://a.example "onmouseover=alert(1)")',
    '[x](https://a.example/"onmouseover="alert(1))',
    "<a href='javascript:alert(1)' onclick=alert(1)>x</a>",
    "</div></article><style>*{display:none}</style>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "[x]: javascript:alert(1)\n\n[x]",
    "<svg/onload=alert(1)>",
    "<!-- -->",
    "\x00<script>",
]


class Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def assert_harmless(html: str) -> None:
    for tag, attributes in Tags(html).found:
        assert tag in ALLOWED
        assert set(attributes) <= ({"href", "rel"} if tag == "a" else {"start"} if tag == "ol" else set())
        if tag == "a":
            assert attributes["rel"] == "nofollow ugc noopener noreferrer"
            assert re.match(r"https?:|tel:|/(?!/)|#|$", attributes.get("href") or "", re.IGNORECASE)


@pytest.mark.parametrize("attack", ATTACKS)
def test_attacks_come_out_as_words(attack: str) -> None:
    assert_harmless(comment_html(attack))
    assert_harmless(comment_html(f"> - *{attack}*"))


MARKS = ["[", "](", ")", "<", ">", "*", "`", "\n", "&#", '"', " ", "- "]
PIECES = st.sampled_from([*ATTACKS, *MARKS]) | st.text(max_size=8)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES).map("".join))
def test_nothing_dangerous_gets_through(text: str) -> None:
    assert_harmless(comment_html(text))


def test_a_comment_has_its_few_marks() -> None:
    assert comment_html("a\nb") == "<p>a<br>\nb</p>"
    assert comment_html("*a* **b**") == "<p><em>a</em> <strong>b</strong></p>"
    assert comment_html("- a\n- b") == "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"
    assert comment_html("3. a") == '<ol start="3">\n<li>a</li>\n</ol>'
    assert comment_html("> a") == "<blockquote>\n<p>a</p>\n</blockquote>"
    link = '<a href="/learn/" rel="nofollow ugc noopener noreferrer">there</a>'
    assert comment_html("[there](/learn/)") == f"<p>{link}</p>"


@pytest.mark.parametrize("text", ["# a", "## a", "---", "| a |\n|---|\n| b |", "```\na\n```", "<b>a</b>", "![a](b)"])
def test_and_no_more(text: str) -> None:
    assert {tag for tag, _ in Tags(comment_html(text)).found} <= {"p", "br", "a"}


@pytest.mark.parametrize("bomb", [">", "[", "*", "_", "- ", "![", "[a](", '"', "'a'", "<", "\\", "1. ", "***"])
def test_bombs_cost_less_than_a_second(bomb: str) -> None:
    begun = time.process_time()
    html = comment_html((bomb * 100_000)[:100_000])
    assert time.process_time() - begun < 1
    assert_harmless(html)


@pytest.mark.parametrize("bomb", [">", "[", "*", '"', "[a]("])
def test_nor_at_the_longest_that_is_read_as_markdown(bomb: str) -> None:
    begun = time.process_time()
    comment_html((bomb * 20_000)[:20_000])
    assert time.process_time() - begun < 1


def test_editors_have_headings_but_no_html_and_no_pictures() -> None:
    html = programme_html('## Tea\n\n<script>x</script> ![a](b.png) "so"\n\n[x](javascript:alert(1))')
    assert "<h2>Tea</h2>" in html
    assert "“so”" in html
    assert {tag for tag, _ in Tags(html).found} == {"h2", "p", "a"}
    assert "javascript:" not in "".join(str(attributes) for _, attributes in Tags(html).found)
