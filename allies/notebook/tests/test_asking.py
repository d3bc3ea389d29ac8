"""The request builder: a draft from pieces, a look at the words that keeps nothing, and saying them aloud."""

from __future__ import annotations

from allies.notebook.models import Entry
from allies.notebook.tests.test_lists import FRAME
from allies.notebook.tests.walking import CANARY, begun, hidden, write
from allies.testing import MemberTestCase

CHECK = "/notes/check/"
PIECES = {"what": "please call me by ten tonight", "feeling": "worried", "offer": "Can I drive you?"}
DRAFT = "I feel worried. Please call me by ten tonight. Can I drive you?"
DANGER = "He is not breathing and his lips are blue."


class AskingTests(MemberTestCase):
    def setUp(self) -> None:
        self.sign_in(self.alice)

    def words(self) -> str:
        return str(Entry.objects.of(self.alice).get().given.get("words", ""))

    def test_pieces_are_put_together_and_stay_hers(self) -> None:
        address = begun(self.client, "requests")
        page = self.client.post(address, hidden(self.client, address) | PIECES | {"put": "1"})
        self.assertContains(page, f">\n{DRAFT}</textarea>")
        self.assertContains(page, "things that help are there")
        assert self.words() == DRAFT
        address = address.removesuffix("new/")
        own = hidden(self.client, address) | PIECES | {"words": CANARY, "put": "1"}
        self.assertContains(self.client.post(address, own), DRAFT)  # beside her own words
        assert self.words() == CANARY

    def test_nothing_to_put_together(self) -> None:
        address = begun(self.client, "requests")
        for button in ("put", "look", "say"):
            assert self.client.post(address, hidden(self.client, address) | {button: "1"}).status_code == 200
        assert not Entry.objects.exists()

    def test_a_look_keeps_nothing_and_is_kind(self) -> None:
        found = self.client.post(CHECK, {"text": DRAFT})
        for words in ("5 of 7", "Short", "My feeling", "An offer", "Their side", "You know best what fits"):
            self.assertContains(found, words)
        self.assertContains(self.client.post(CHECK, {"text": "You never call me."}), "more thoughts")
        assert not Entry.objects.exists()
        for text in ("", "hi", DANGER):
            assert not self.client.post(CHECK, {"text": text}).content.strip()

    def test_a_look_asks_few_questions_of_the_database(self) -> None:
        self.client.post(CHECK, {"text": DRAFT})
        with self.assertNumQueries(FRAME + 1):  # the operator's own terms
            self.client.post(CHECK, {"text": DRAFT})

    def test_a_look_is_for_members_by_post(self) -> None:
        assert self.client.get(CHECK).status_code == 405
        self.client.logout()
        assert self.client.post(CHECK, {"text": DRAFT})["Location"].startswith("/sign-in/")

    def test_danger_goes_before_wording(self) -> None:
        address = begun(self.client, "requests")
        page = self.client.post(address, hidden(self.client, address) | {"words": DANGER, "look": "1"})
        self.assertContains(page, 'data-urgent="')
        self.assertNotContains(page, "beside-check")

    def test_said_aloud_one_sentence_at_a_time(self) -> None:
        address = begun(self.client, "requests")
        given = hidden(self.client, address) | PIECES | {"words": DRAFT, "say": "1"}
        aloud = self.client.post(address, given)["Location"]
        assert aloud.endswith("/aloud/")
        for at, sentence in (
            ("1", "I feel worried."),
            ("3", "Can I drive you?"),
            ("99", "Can I drive you?"),
            ("x", "I feel"),
        ):
            page = self.client.get(f"{aloud}?at={at}")
            self.assertContains(page, f'id="sentence">{sentence}')
            self.assertNotContains(page, "by ten tonight")
        with self.assertNumQueries(FRAME + 2):
            self.client.get(aloud)
        self.client.post(aloud)
        assert Entry.objects.get().given["aloud"] == "yes"

    def test_aloud_is_hers_and_of_kinds_with_words(self) -> None:
        journal = write(self.client, "journal", {"what": CANARY})
        assert self.client.get(f"{journal}aloud/").status_code == 404
        address = write(self.client, "requests", {"what": "call me"})
        self.assertContains(self.client.get(f"{address}aloud/"), "no words here yet")
        self.sign_in(self.bob)
        assert self.client.get(f"{address}aloud/").status_code == 404
        assert self.client.post(f"{address}aloud/").status_code == 404
