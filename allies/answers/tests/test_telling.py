"""Who hears of a comment, and who does not."""

from __future__ import annotations

from allies.accounts.models import Member
from allies.answers import actions, reviewing
from allies.answers.models import Comment
from allies.answers.posting import send
from allies.answers.testing import edition, make_answer, make_comment, make_everyone_known
from allies.inbox.models import Kind, Notice
from allies.moderation.actions import claim, mute, open_case
from allies.moderation.models import Policy
from allies.testing import MemberTestCase, make_member

WORDS = "The kettle was on when I came home."


class TellingTests(MemberTestCase):
    def setUp(self) -> None:
        make_everyone_known()
        self.page = make_answer(author=self.sam)
        self.post = edition(self.page)
        self.first = make_comment(self.page, self.alice)
        self.carol = make_member("carol")
        actions.follow(self.post, by=self.carol)

    def heard(self) -> dict[str, str]:
        return {notice.member.pseudonym: notice.kind for notice in Notice.objects.select_related("member")}

    def sent(self, by: Member, parent: Comment | None = None) -> Comment:
        comment = send(self.post, WORDS, by=by, parent=parent, confirmed=True).comment
        assert comment
        return comment

    def test_a_reply_and_a_comment(self) -> None:
        self.sent(self.bob, self.first)
        assert self.heard() == {"alice": Kind.REPLY, "carol": Kind.COMMENT}

    def test_a_comment_of_its_own_tells_followers(self) -> None:
        self.sent(self.bob)
        assert self.heard() == {"alice": Kind.COMMENT, "carol": Kind.COMMENT}

    def test_nobody_hears_of_their_own(self) -> None:
        self.sent(self.alice, self.first)
        assert self.heard() == {"carol": Kind.COMMENT}

    def test_whoever_muted_the_writer_hears_nothing(self) -> None:
        mute(self.bob, by=self.alice)
        self.sent(self.bob, self.first)
        assert self.heard() == {"carol": Kind.COMMENT}

    def test_a_reply_is_told_to_whoever_stopped_following(self) -> None:
        actions.unfollow(self.post, by=self.alice)
        self.sent(self.bob, self.first)
        assert self.heard()["alice"] == Kind.REPLY

    def test_what_waits_is_told_of_when_it_is_shown(self) -> None:
        Policy.objects.update(newcomer_comments=3)
        waiting = self.sent(self.bob, self.first)
        assert self.heard() == {}
        case = open_case(waiting, [], weight=1, at=waiting.written_at)
        claim(case, by=self.vera, at=waiting.written_at)
        reviewing.approve(case, by=self.vera)
        assert self.heard() == {"alice": Kind.REPLY, "carol": Kind.COMMENT}

    def test_what_is_taken_away_is_told_of_no_more(self) -> None:
        actions.take_away_comment(self.sent(self.bob, self.first), by=self.bob)
        assert self.heard() == {}

    def test_a_notice_leads_to_the_comment_and_reading_the_thread_reads_it(self) -> None:
        comment = self.sent(self.bob, self.first)
        self.sign_in(self.alice)
        place = self.client.get(Notice.objects.get(member=self.alice).address)
        assert place.url == f"{self.post.address}#c{comment.pk}"  # type: ignore[attr-defined]
        page = self.client.get(self.post.address).content
        assert b'class="count"' not in page
        assert not Notice.objects.of(self.alice).unread().exists()
        assert Notice.objects.of(self.carol).unread().exists()

    def test_the_count_on_an_answer_is_the_reader_s_own(self) -> None:
        for member in (self.carol, self.alice):
            self.sign_in(member)
            assert b'class="count"' not in self.client.get(self.post.address).content
        Notice.objects.create(
            member=self.alice, kind=Kind.FOLLOW_UP, address="/", key="x", made_at=self.first.written_at
        )
        assert b'class="count">1<' in self.client.get(self.post.address).content
        self.sign_in(self.carol)
        assert b'class="count"' not in self.client.get(self.post.address).content
        self.client.logout()
        assert b'class="count"' not in self.client.get(self.post.address).content


class PlaceTests(MemberTestCase):
    def test_a_comment_that_is_gone_leads_to_its_answer(self) -> None:
        page = make_answer(author=self.sam)
        comment = make_comment(page, self.alice)
        actions.take_away_comment(comment, by=self.alice)
        self.sign_in(self.bob)
        assert self.client.get(f"/answers/comments/{comment.pk}/").url == edition(page).address  # type: ignore[attr-defined]
        assert self.client.get("/answers/comments/999999/").status_code == 404
        assert self.client.post(f"/answers/comments/{comment.pk}/").status_code == 405
        self.client.logout()
        assert self.client.get(f"/answers/comments/{comment.pk}/").url.startswith("/sign-in/")  # type: ignore[attr-defined]
