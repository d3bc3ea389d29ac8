from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings

from allies.home.loading import load_helplines, read_helplines
from allies.home.models import HelpLine, Kind
from allies.lib.source import SourceError

GOOD = """
[[line]]
id = "us-911"
country = "US"
kind = "emergency"
label = "Emergency"
number = "911"
source = "911"

[[line]]
id = "us-988"
country = "US"
kind = "suicide"
label = "Lifeline"
number = "988"
source = "988"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "helplines.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_shipped_numbers_can_be_read_and_cover_each_country() -> None:
    lines = read_helplines(settings.CONTENT / "helplines.toml")
    for country in ("US", "CA", "GB", "IE", "AU", "NZ"):
        assert {line.kind for line in lines if line.country == country} == set(Kind.values), country
    assert all(line.source for line in lines)


@pytest.mark.parametrize(
    ("change", "line", "reason"),
    [
        (("[[line]]\n", "[[line\n"), 2, "is not TOML"),
        (('"US"', '"XX"'), 2, "“country”"),
        (('"suicide"', '"sadness"'), 10, "“kind”"),
        (('"988"\nsource', '"call us"\nsource'), 10, "“number”"),
        (('number = "988"\n', ""), 10, "a number to call"),
        (('"988"\nsource', "988\nsource"), 10, "must be text"),
        (("label = ", "lable = "), 2, "“lable” is not a key"),
        (('id = "us-911"\n', ""), 2, "“id” is missing"),
        (('"us-988"', '"us-911"'), 10, "stands twice"),
        (('"us-988"', '"us 988"'), 10, "“id”"),
        (('source = "988"\n', ""), 10, "“source”"),
        (('source = "988"\n', 'source = "988"\ntext_words = "HOME"\n'), 10, "“text”"),
    ],
)
def test_refusals_name_file_line_and_reason(tmp_path: Path, change: tuple[str, str], line: int, reason: str) -> None:
    path = written(tmp_path, GOOD.replace(*change) if change[0] != "[[line]]\n" else GOOD.replace(*change, 1))
    with pytest.raises(SourceError) as refused:
        read_helplines(path)
    assert (refused.value.path, refused.value.line) == (path, line)
    assert reason in refused.value.reason


@pytest.mark.parametrize("text", ["", "line = 3", "other = 1\n" + GOOD, "line = [1]"])
def test_other_shapes_are_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(SourceError, match="tables and nothing else"):
        read_helplines(written(tmp_path, text))


def test_what_is_not_a_text_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        read_helplines(tmp_path / "none.toml")
    (tmp_path / "helplines.toml").write_bytes(b"# \xff\n")
    with pytest.raises(SourceError, match="not UTF-8"):
        read_helplines(tmp_path / "helplines.toml")


@pytest.mark.django_db
def test_loading_twice_changes_nothing_and_a_new_file_updates(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD)
    assert load_helplines(path) == {"created": 2}
    assert load_helplines(path) == {"unchanged": 2}
    assert load_helplines(written(tmp_path, GOOD.replace("Lifeline", "Better line"))) == {"unchanged": 1, "updated": 1}
    assert HelpLine.objects.get(shipped_as="us-988").label == "Better line"


@pytest.mark.django_db
def test_what_an_operator_changed_or_took_away_stays_so(tmp_path: Path) -> None:
    load_helplines(written(tmp_path, GOOD))
    HelpLine.objects.filter(shipped_as="us-988").update(number="1 800 000 0000")
    HelpLine.objects.filter(shipped_as="us-911").delete()
    own = HelpLine.objects.create(
        country="US", kind=Kind.CHILD, label="County line", number="555 0100", source="County"
    )
    changed = written(tmp_path, GOOD.replace("Lifeline", "Better line").replace("Emergency", "All"))
    assert load_helplines(changed) == {"left as the operator has them": 2}
    assert list(HelpLine.objects.in_order().values_list("label", "number")) == [
        ("Lifeline", "1 800 000 0000"),
        ("County line", "555 0100"),
    ]
    own.refresh_from_db()


@pytest.mark.django_db
def test_a_refused_file_changes_nothing(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        load_helplines(written(tmp_path, GOOD.replace('"suicide"', '"sadness"')))
    assert not HelpLine.objects.exists()
