"""The frame of an answer's page is kept for all members; what is one reader's own is set in for each."""

from __future__ import annotations

import re

from django.core import signing

from allies.accounts.models import Member
from allies.answers.testing import make_answer, make_comment
from allies.testing import MemberTestCase


class PageOwn(MemberTestCase):
    def test_each_reader_gets_her_own_mark_and_key_also_from_a_kept_frame(self) -> None:
        page = make_answer(author=self.sam)
        make_comment(page, self.sam)
        for reader in (self.alice, self.bob, self.alice):
            assert self.own_of(reader, page.slug) == (reader.pk, f"answer-{page.pk}-{reader.pk}")

    def own_of(self, reader: Member, slug: str) -> tuple[int, str]:
        self.sign_in(reader)
        shown = self.client.get(f"/answers/{slug}/").content.decode()
        (mark,) = re.findall(r'name="whose" value="([^"]+)"', shown)
        (draft,) = re.findall(r'data-draft="([^"]+)"', shown)
        return signing.loads(mark, salt="accounts.whose"), draft
