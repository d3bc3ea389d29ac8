"""Alice named Bob: he finds as little of her as she of him, in every place, also where pages are kept for many."""

from __future__ import annotations

from allies.accounts import apart
from allies.accounts.models import Apart, Avoided, Member
from allies.answers.models import Question
from allies.answers.testing import make_comment
from allies.answers.tests.apart import HERS, HIS, OTHERS, EachAsked
from allies.lib.suggestions import suggestions
from allies.testing import without_tokens

ABOUT = "A lantern stood on the stairs, then in the garden, then by the harbour. What does it mean?"


class BothWays(EachAsked):
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

    def test_whatever_is_kept_follows_at_once_when_it_begins_and_when_it_ends(self) -> None:
        for _time in range(2):
            for reader in (self.alice, self.bob):
                assert all(title in self.at("/answers/", reader) for title in (HERS, HIS))
            self.keep_apart()
            self.check("/answers/")
            apart.meet_again(Avoided.objects.get())
            assert not Apart.objects.exists()
