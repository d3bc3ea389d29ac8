from __future__ import annotations

from xml.etree import ElementTree

from allies.answers.testing import ANSWERED, QUOTED, make_answer, make_comment
from allies.testing import MemberTestCase

ATOM = "{http://www.w3.org/2005/Atom}"


class PublicAnswersFeed(MemberTestCase):
    def feed(self) -> ElementTree.Element:
        response = self.client.get("/answers/feed/")
        assert response.status_code == 200
        assert response["Content-Type"].startswith("application/atom+xml")
        self.said = response.content.decode()
        return ElementTree.fromstring(self.said)  # noqa: S314 - our own

    def test_is_valid_when_there_is_nothing(self) -> None:
        root = self.feed()
        for name in ("id", "title", "updated"):
            assert root.findtext(f"{ATOM}{name}")

    def test_holds_public_answers_newest_first_and_no_words_of_members(self) -> None:
        make_answer(author=self.sam, public=False, title="Closed")
        old = make_answer(author=self.sam, public=True, title="Tea & <calm>", summary="In short.")
        new = make_answer(author=self.sam, public=True)
        make_comment(new, self.alice, "What I have lived.")
        entries = self.feed().findall(f"{ATOM}entry")
        assert [entry.findtext(f"{ATOM}title") for entry in entries] == [new.title, "Tea & <calm>"]
        for entry in entries:
            for name in ("id", "updated", "published"):
                assert entry.findtext(f"{ATOM}{name}")
            assert entry.findtext(f"{ATOM}author/{ATOM}name") == "sam"
        link = entries[1].find(f"{ATOM}link")
        assert link is not None
        assert link.attrib["href"].endswith(old.address)
        assert entries[1].findtext(f"{ATOM}summary") == "In short."
        for words in (QUOTED, ANSWERED, "What I have lived.", "alice", "Closed"):
            assert words not in self.said

    def test_its_title_tells_nothing_and_it_stops_at_twenty(self) -> None:
        for _ in range(22):
            make_answer(author=self.sam, public=True)
        root = self.feed()
        assert root.findtext(f"{ATOM}title") == "Notes"
        assert len(root.findall(f"{ATOM}entry")) == 20
        with self.assertNumQueries(1):
            self.feed()

    def test_takes_nothing_but_reading(self) -> None:
        assert self.client.post("/answers/feed/").status_code == 405
