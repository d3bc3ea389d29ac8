"""The table is read strictly: whatever is wrong in it is named with its row."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from allies.craft.table import FOLDER, TableError, read, table

SOBER = "stances-7-quiet.toml"
YES = "stances-4-openings.toml"


def changed(folder: Path, file: str, old: str, new: str) -> Path:
    shutil.copytree(FOLDER, folder / "respond")
    path = folder / "respond" / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    return folder / "respond"


def test_the_table_reads_the_same_from_its_folder() -> None:
    assert read(FOLDER) == table()


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (SOBER, 'id = "sober"', 'id = "sober"\nmood = "good"', "sober: mood is not known"),
        (SOBER, 'id = "sober"\nwhen', 'id = "sober"\nwhenever', "sober: when is missing"),
        (SOBER, 'id = "sober"\n', 'id = "spent"\n', "spent: there are two of it"),
        (SOBER, 'when = { now = "apart" }', 'when = { now = "away" }', "apart: “now” is 'away'; it may be using"),
        (SOBER, 'when = { now = "apart" }', "when = { weather_danger = 1 }", "apart: “weather_danger” is 1"),
        (SOBER, 'when = { now = "apart" }', 'when = { place = "home" }', "apart: there is no field place"),
        (SOBER, 'when = { now = "apart" }', 'when = { is = "tired" }', "apart: nothing is named 'tired'"),
        (SOBER, 'when = { now = "apart" }', 'when = "apart"', "apart: a condition is not a table"),
        (SOBER, 'when = { now = "apart" }', "when = { now = [] }", "apart: nothing is ever like that"),
        (SOBER, 'when = { now = "apart" }', 'when = { now = "apart", me = "upset" }', "apart: rows before it"),
        (SOBER, 'when = { now = "apart" }', 'when = { now = "apart", lives_with_me = true }', "no row answers"),
        (SOBER, 'stance = "reward"', 'stance = "praise"', "stance is none of emergency"),
        (SOBER, 'offers = ["reward"]', 'offers = ["gift"]', "offers has gift; it may have withdraw"),
        (SOBER, 'say = ["How has your day been?"]', 'say = "How are you?"', "say is not a list of texts"),
        (SOBER, 'say = ["How has your day been?"]', 'say = ["A.", "B.", "C.", "D."]', "more than three sentences"),
        (SOBER, 'lesson = "not-using-right-now/small-rewards"', 'lesson = " "', "lesson is not a text"),
        (SOBER, 'title = "Quiet hours"', 'name = "Quiet hours"', "needs title, about and rows"),
        (SOBER, 'title = "Quiet hours"', "title = ", "stances-7-quiet.toml: Invalid value"),
        ("guards-1-urgent.toml", 'urgent = ["suicide"]', 'urgent = ["sadness"]', "urgent has sadness; it may have"),
        ("guards-2-closed.toml", 'closed = ["confront"]', 'closed = ["talk"]', "closed has talk; it may have"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(tmp_path: Path, file: str, old: str, new: str, says: str) -> None:
    with pytest.raises(TableError) as refused:
        read(changed(tmp_path, file, old, new))
    assert says in str(refused.value)


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        # words to somebody who was violent
        ("stances-2-violence.toml", 'id = "violence-recent"', 'id = "violence-recent"\nsay = ["Sorry."]',
         "violence-recent: offers contact, which urgent-violence closes in"),
        # an invitation while they are using
        (YES, 'id = "opening-using"', 'id = "opening-using"\noffers = ["invite"]',
         "opening-using: offers invite, which closed-"),
        # running their treatment
        (YES, 'id = "asked-treated"', 'id = "asked-treated"\noffers = ["manage"]', "which closed-treated closes"),
        # sending them away when they have nowhere to go
        (YES, 'id = "shelter"', 'id = "shelter"\noffers = ["send_away"]', "which closed-shelter closes"),
        # a condition that no longer keeps violence out
        ("guards-3-added.toml", 'violence = "none", me = ["calm", "upset", "exhausted"] }',
         'me = ["calm", "upset", "exhausted"] }', "added-hold-back: offers withdraw, which urgent-violence"),
        # the row that answers fear is gone, and the invitation behind it comes into reach
        (YES, 'when = { event = ["wish", "dip"], me = "afraid" }', 'when = { event = "wish", me = "afraid" }',
         "dip: offers invite, which closed-afraid closes"),
    ],
)  # fmt: skip
def test_what_is_closed_cannot_be_offered(tmp_path: Path, file: str, old: str, new: str, says: str) -> None:
    with pytest.raises(TableError) as refused:
        read(changed(tmp_path, file, old, new))
    assert says in str(refused.value)
