"""Alice named Bob: he finds as little of her as she of him, in every place, also where pages are kept for many."""

from __future__ import annotations

from typing import Any

from allies.accounts import apart
from allies.accounts.models import Apart, Avoided, Member
from allies.answers.actions import follow
from allies.answers.models import AnswerPage, Question, Topic
from allies.answers.posting import send
from allies.answers.telling import tell_of
from allies.answers.testing import edition, make_answer, make_comment
from allies.answers.tests.apart import ApartTestCase
from allies.inbox.models import Letter, Notice
from allies.inbox.tests.making import wants_letters
from allies.lib.suggestions import suggestions
from allies.testing import without_tokens

HERS, HIS, OTHERS = "A lantern on the stairs", "A lantern in the garden", "A lantern by the harbour"
ABOUT = "A lantern stood on the stairs, then in the garden, then by the harbour. What does it mean?"


class BothWays(ApartTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.topic = Topic.objects.create(name="Sleep", slug="sleep")
        cls.hers, cls.his = cls.asked("alice", HERS), cls.asked("bob", HIS)
        cls.theirs = cls.asked("carol", OTHERS, related=[cls.hers, cls.his])
        make_answer(author=cls.sam)  # the newest, which the front page shows without a number

    @classmethod
    def asked(cls, by: str, title: str, **more: Any) -> AnswerPage:
        return make_answer(author=cls.sam, title=title, asked_by=by, public=True, topics=[cls.topic], **more)

    def at(self, address: str, member: Member) -> str:
        self.sign_in(member)
        return without_tokens(self.client.get(address).content.decode())

    def walk(self) -> list[tuple[Member, list[str], list[str]]]:
        """Each reader with what is there for them and what is not: whoever may read all first, so that it is kept."""
        everything = [HERS, HIS, OTHERS]
        return [
            (self.carol, everything, []),
            (self.alice, [HERS, OTHERS], [HIS]),
            (self.bob, [HIS, OTHERS], [HERS]),
            (self.carol, everything, []),
        ]

    def check(self, address: str) -> None:
        for reader, shown, hidden in self.walk():
            page = self.at(address, reader)
            assert [title for title in shown if title not in page] == [], (address, reader)
            assert [title for title in hidden if title in page] == [], (address, reader)

    def test_lists_feed_and_what_stands_beside_an_answer(self) -> None:
        self.keep_apart()
        for address in ("/", "/answers/", "/answers/topics/sleep/", "/answers/feed/", self.theirs.address):
            self.check(address)

    def test_neither_has_the_other_s_page(self) -> None:
        self.keep_apart()
        for reader, own, other in ((self.alice, self.hers, self.his), (self.bob, self.his, self.hers)):
            self.sign_in(reader)
            assert self.client.get(own.address).status_code == 200
            assert self.client.get(other.address).status_code == 404

    def test_what_may_help_already(self) -> None:
        self.keep_apart()
        for reader, shown, hidden in self.walk():
            found = [each.title for each in suggestions(ABOUT, to=Member.objects.get(pk=reader.pk))]
            assert sorted(set(found) & {*shown, *hidden}) == sorted(shown), reader
            Question.objects.all().delete()
            self.sign_in(reader)
            assert self.client.post("/ask/", {"situation": ABOUT})["Location"] == "/ask/send/"
            page = self.client.get("/ask/send/").content.decode()
            assert [title for title in hidden if title in page] == [], reader
            assert [title for title in shown if title not in page] == [], reader

    def test_numbers(self) -> None:
        for each in (self.alice, self.bob, self.carol):
            make_comment(self.theirs, each)
        self.keep_apart()
        for address in ("/", "/answers/", "/answers/topics/sleep/"):
            for reader, count, other in ((self.carol, 3, 2), (self.alice, 2, 3), (self.bob, 2, 3), (self.carol, 3, 2)):
                page = self.at(address, reader)
                assert f"{count} comments" in page, (address, reader)
                assert f"{other} comments" not in page, (address, reader)

    def test_neither_hears_of_the_other_in_the_inbox_or_by_letter(self) -> None:
        post = edition(self.theirs)
        for each in (self.alice, self.bob, self.carol):
            wants_letters(each)
            follow(post, by=each)
        self.keep_apart()
        for writer, other in ((self.alice, self.bob), (self.bob, self.alice)):
            written = send(post, f"Words of {writer}.", by=writer, confirmed=True).comment
            assert written
            send(post, f"More of {writer}.", by=writer, parent=make_comment(self.theirs, other), confirmed=True)
            told = set(Notice.objects.filter(key=f"comment:{written.pk}").values_list("member__pseudonym", flat=True))
            assert told == {"carol"}
            assert not Notice.objects.of(other).exists(), other
            assert not Letter.objects.of(other).exists(), other

    def test_what_neither_has_read_of_the_other_is_no_news_any_more(self) -> None:
        post = edition(self.theirs)
        for each in (self.alice, self.bob):
            wants_letters(each)
            follow(post, by=each)
        written = {each: make_comment(self.theirs, each) for each in (self.alice, self.bob)}
        for comment in written.values():
            tell_of(comment)
        send(post, "Of carol.", by=self.carol, confirmed=True)
        for each in (self.alice, self.bob):
            assert Notice.objects.of(each).unread().count() == 2
        self.keep_apart()
        for each, other in ((self.alice, self.bob), (self.bob, self.alice)):
            assert Notice.objects.of(each).unread().count() == 1
            self.sign_in(each)
            place = f"/answers/comments/{written[other].pk}/"
            assert self.client.get(place)["Location"] == self.theirs.address  # as of one that was taken away
            hidden = make_comment(self.hers if other == self.alice else self.his, self.carol)
            assert self.client.get(f"/answers/comments/{hidden.pk}/").status_code == 404

    def test_whatever_is_kept_follows_at_once_when_it_begins_and_when_it_ends(self) -> None:
        for _time in range(2):
            for reader in (self.alice, self.bob):
                assert all(title in self.at("/answers/", reader) for title in (HERS, HIS))
            self.keep_apart()
            self.check("/answers/")
            apart.meet_again(Avoided.objects.get())
            assert not Apart.objects.exists()
