"""Two who must never meet: no news of each other, no address, no reply."""

from __future__ import annotations

import re

from allies.accounts import apart
from allies.answers.actions import follow, keep_draft
from allies.answers.models import Comment, Draft
from allies.answers.queries import followed_with_news
from allies.answers.testing import make_comment, make_many
from allies.answers.tests.apart import ApartTestCase
from allies.moderation.actions import mute
from allies.testing import without_tokens


class ApartActs(ApartTestCase):
    def test_nothing_of_it_is_news(self) -> None:
        follow(self.edition, by=self.alice)
        self.keep_apart()
        make_comment(self.answer, self.bob)
        assert followed_with_news(self.alice, limit=3) == []
        assert 'class="new"' not in self.page(self.alice)
        make_comment(self.answer, self.carol)
        assert [count for _post, count in followed_with_news(self.alice, limit=3)] == [1]
        assert self.page(self.alice).count('class="new"') == 1

    def test_the_other_s_comment_has_no_address(self) -> None:
        comment = make_comment(self.answer, self.bob)
        self.keep_apart()
        for one, whose in ((self.alice, comment), (self.bob, make_comment(self.answer, self.alice))):
            self.sign_in(one)
            for verb in ("report", "mute"):
                address = f"/answers/comments/{whose.pk}/{verb}/"
                assert self.client.get(address).status_code == 404
                assert self.client.post(address, {"reason": "unkind"}).status_code == 404

    def test_nobody_replies_to_what_she_does_not_see(self) -> None:
        comment = make_comment(self.answer, self.bob)
        keep_draft(self.edition, "Begun before.", by=self.alice, parent=comment)
        self.keep_apart()
        assert "bob" not in self.page(self.alice, f"?reply={comment.pk}").split("<main")[1]
        tried = {}
        for key in (comment.pk, 999_999):  # as for a comment that never was
            sent = self.client.post(f"{self.answer.address}comment/", {"text": "A reply.", "reply": key})
            page = re.sub(r'data-draft-at="[^"]*"', "", without_tokens(sent.content.decode()))
            tried[key] = (sent.status_code, page)
        assert tried[comment.pk] == tried[999_999]
        assert tried[comment.pk][0] == 409
        assert Draft.objects.of(self.alice).get().text == "A reply."
        assert Comment.objects.count() == 1

    def test_whom_she_muted_is_gone_from_that_list_as_well(self) -> None:
        mute(self.bob, by=self.alice)
        self.keep_apart()
        self.sign_in(self.alice)
        assert "<strong>bob" not in self.client.get("/answers/muted/").content.decode()

    def test_the_team_speaks_for_the_site_and_does_not_read_along(self) -> None:
        make_comment(self.answer, self.vera, "Of vera.")
        comment = make_comment(self.answer, self.alice, "Of alice.")
        apart.avoid("vera", "", by=self.alice)
        assert "Of vera." in self.talk(self.alice)
        assert "Of alice." not in self.talk(self.vera)
        assert self.client.get(f"/answers/comments/{comment.pk}/remove/").status_code == 404

    def test_who_is_kept_from_nobody_pays_nothing_and_others_two_queries(self) -> None:
        make_many(self.answer, self.bob, 3)
        self.keep_apart()
        for member, count in ((self.carol, 4), (self.alice, 6), (self.bob, 6)):
            self.page(member)
            with self.assertNumQueries(count):
                self.client.get(self.answer.address)
