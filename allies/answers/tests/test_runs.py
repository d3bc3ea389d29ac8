from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from allies.answers.runs import Runs

HERS = "He put the zebrafish coin beside the kettle at dawn."
RUNS = Runs([HERS], ["alice"])
ANYTHING = st.recursive(st.none() | st.integers() | st.text(), lambda inner: st.lists(inner), max_leaves=5)


def test_words_are_found_through_tags_case_and_entities() -> None:
    told = "<p>You say: he PUT <b>the zebrafish</b> coin&nbsp;beside the kettle. Wait.</p>"
    assert RUNS.out_of(told) == "<p>You say: […] <b></b> . Wait.</p>"


def test_words_inside_a_tag_are_found() -> None:
    assert RUNS.out_of(f'<img alt="{HERS}"> Wait.') == '<img alt="[…]."> Wait.'
    assert RUNS.out_of('he put the <a href="/help/now/">zebrafish coin</a> there').count("[…]") == 1


def test_fewer_words_are_anybodys() -> None:
    assert RUNS.out_of("He put the kettle on.") == "He put the kettle on."


def test_a_short_text_is_found_whole() -> None:
    assert Runs(["He left again."]).out_of("She says: “He left again.”") == "She says: “[…].”"
    assert Runs(["No."]).out_of("No. Not today.") == "No. Not today."


def test_a_name_stands_alone() -> None:
    assert RUNS.out_of("Alice asks, malice answers.") == "a member asks, malice answers."


def test_stored_bodies_stay_bodies() -> None:
    body = json.dumps([{"type": "text", "value": f"<p>{HERS}</p>", "id": "1"}])
    cleaned = RUNS.out_of({"body": body, "pk": 3})
    assert json.loads(cleaned["body"]) == [{"type": "text", "value": "<p>[…].</p>", "id": "1"}]
    assert RUNS.out_of("[not JSON") == "[not JSON"


@given(ANYTHING)
def test_what_is_not_hers_stays(value: object) -> None:
    assert Runs([HERS]).out_of(value) == value


@given(st.text(), st.text())
def test_nothing_of_it_is_left(before: str, after: str) -> None:
    assert "zebrafish" not in Runs([HERS]).out_of(f"x{before} {HERS} {after}")
