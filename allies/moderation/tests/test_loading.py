from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.test import TestCase

from allies.language import check
from allies.lib.source import SourceError
from allies.moderation.loading import load_replies, read_replies
from allies.moderation.models import StockReply

SHIPPED = settings.CONTENT / "stock-replies.toml"


class LoadingTests(TestCase):
    def test_a_site_that_has_none_gets_them(self) -> None:
        StockReply.objects.all().delete()
        assert load_replies(SHIPPED) == {"added": 6}
        assert set(StockReply.objects.values_list("kind", flat=True)) >= {
            "",
            "overdose",
            "suicide",
            "violence",
            "child",
        }

    def test_what_editors_keep_stays(self) -> None:
        StockReply.objects.all().delete()
        StockReply.objects.create(title="Ours", text="Our own words.")
        assert load_replies(SHIPPED) == {}
        assert StockReply.objects.get().title == "Ours"

    def test_a_content_folder_without_the_file(self) -> None:
        assert load_replies(Path("nowhere.toml")) == {}


def test_the_shipped_ones_hurt_nobody_and_tell_no_number() -> None:
    for reply in read_replies(SHIPPED):
        kinds = {found.kind for found in check(reply.text)}
        assert not kinds & {"stigma", "disrespect", "identity"}, reply.title
        assert not any(character.isdigit() for character in reply.text), reply.title
        assert "Urgent help" in reply.text, reply.title


@pytest.mark.parametrize(
    "text",
    [
        "not toml [",
        '[[reply]]\nname = "A"\n',
        '[[reply]]\nname = "A"\nfor = "weather"\ntext = "B"\n',
        '[[reply]]\nname = "A"\nfor = ""\ntext = " "\n',
        f'[[reply]]\nname = "{"a" * 81}"\nfor = ""\ntext = "B"\n',
        "reply = 3\n",
    ],
)
def test_a_file_that_cannot_be_read(text: str, tmp_path: Path) -> None:
    path = tmp_path / "stock-replies.toml"
    path.write_text(text)
    with pytest.raises(SourceError, match=r"stock-replies\.toml:1: "):
        read_replies(path)
