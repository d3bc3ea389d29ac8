"""A lost answer, a double tap, two devices, an ended session: nothing is lost and nothing is there twice."""

from __future__ import annotations

from django.test import Client

from allies.notebook.models import Entry
from allies.notebook.tests.walking import CANARY, begun, hidden, write
from allies.testing import MemberTestCase


class TwoDevicesTests(MemberTestCase):
    def setUp(self) -> None:
        self.sign_in(self.alice)

    def given(self) -> dict[str, str | list[str]]:
        return Entry.objects.get().given

    def test_a_double_tap_is_one_entry(self) -> None:
        address = begun(self.client, "journal")
        sent = hidden(self.client, address) | {"what": CANARY}
        assert [self.client.post(address, sent).status_code for _ in range(3)] == [302] * 3
        assert (self.given()["what"], Entry.objects.get().version) == (CANARY, 1)

    def test_each_device_changed_something_else(self) -> None:
        address = write(self.client, "goals", {"what": "Walk", "first": "Shoes"})
        one, two = hidden(self.client, address), hidden(self.client, address)
        self.client.post(address, one | {"what": "Walk on Tuesday", "first": "Shoes"})
        answer = self.client.post(address, two | {"what": "Walk", "first": "Shoes by the door"})
        assert "saved=" in answer["Location"]
        assert self.given() == {"what": "Walk on Tuesday", "first": "Shoes by the door"}

    def test_both_changed_the_same_words(self) -> None:
        address = write(self.client, "goals", {"what": "Walk"})
        one, two = hidden(self.client, address), hidden(self.client, address)
        self.client.post(address, one | {"what": "Swim"})
        page = self.client.post(address, two | {"what": "Dance"}, follow=True)
        self.assertContains(page, "both stand below")
        assert self.given()["what"] == "Swim\n\nDance"

    def test_kept_while_writing(self) -> None:
        address = begun(self.client, "journal")
        sent = hidden(self.client, address)
        keep = address.replace("/new/", "/keep/")
        answer = self.client.post(keep, sent | {"what": "The ket"}).json()
        assert self.given()["what"] == "The ket"
        assert answer["changed"] == {}
        self.client.post(keep, sent | answer | {"what": "The kettle", "opened": answer["opened"]})
        assert self.given()["what"] == "The kettle"
        assert self.client.post(keep, {"what": "x", "new": "1", "opened": "forged"}).json()["changed"]
        assert self.given()["what"] == "The kettle\n\nx"

    def test_an_untouched_form_is_not_kept(self) -> None:
        address = begun(self.client, "days", "quick")
        sent = hidden(self.client, address) | {"when": "now"}
        self.client.post(address.replace("/quick/", "/keep/"), sent)
        assert not Entry.objects.exists()

    def test_what_the_other_device_wrote_comes_back(self) -> None:
        address = write(self.client, "goals", {"what": "Walk"})
        mine = hidden(self.client, address)
        self.client.post(address, hidden(self.client, address) | {"what": "Walk", "hard": "Rain"})
        answer = self.client.post(f"{address}keep/", mine | {"what": "Walk far"}).json()
        assert answer["changed"] == {"hard": "Rain"}
        assert self.given() == {"what": "Walk far", "hard": "Rain"}

    def test_deleted_on_one_device_and_written_on_the_other(self) -> None:
        address = write(self.client, "journal", {"what": "First"})
        mine = hidden(self.client, address)
        self.client.post(f"{address}delete/")
        assert self.client.post(address, mine | {"what": "First and more"}).status_code == 302
        assert self.given()["what"] == "First and more"

    def test_words_outlive_the_session_with_all_their_taps(self) -> None:
        address = begun(self.client, "days", "quick")
        sent = hidden(self.client, address) | {"state": "use", "when": "now", "i_did": ["argued", "pleaded"]}
        late = Client(headers={"referer": f"http://testserver{address}"})
        assert late.post(address, sent)["Location"].startswith("/sign-in/")
        assert not Entry.objects.exists()
        self.client: Client = late
        self.sign_in(self.alice)
        page = self.client.get(address).content.decode()
        assert page.count("checked") == 4  # state, when, and two
        self.client.post(address, hidden(self.client, address) | sent)
        assert self.given()["i_did"] == ["argued", "pleaded"]
