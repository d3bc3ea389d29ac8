from __future__ import annotations

from typing import Any

import pytest

from allies.lib.tests.test_files import BYTES, asked, stored

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def clip() -> Any:
    return stored()


def test_if_range_gives_the_part_of_the_same_file_only(clip: Any) -> None:
    tag = asked(clip, head=True)["ETag"]
    assert asked(clip, range="bytes=0-1", if_range=tag).status_code == 206
    for other in ('"another"', f"W/{tag}", "Wed, 21 Oct 2015 07:28:00 GMT"):
        response = asked(clip, range="bytes=999999999-", if_range=other)
        assert (response.status_code, response.body) == (200, BYTES)


def test_what_the_browser_has_is_not_sent_again(clip: Any) -> None:
    tag = asked(clip, head=True)["ETag"]
    for known in (tag, f'"x", {tag}', f"W/{tag}"):
        assert asked(clip, if_none_match=known).status_code == 304
    assert asked(clip, if_none_match='"x"').status_code == 200
