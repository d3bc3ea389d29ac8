"""The page where a member names whom she must never meet: it says the same whoever is here."""

from __future__ import annotations

from unittest.mock import patch

from django.db import connection
from django.test.utils import CaptureQueriesContext

from allies.accounts import apart
from allies.accounts.models import Apart, Avoided
from allies.accounts.views import apart as views
from allies.testing import MemberTestCase, without_tokens

PAGE = "/me/apart/"


class ApartPage(MemberTestCase):
    def setUp(self) -> None:
        self.sign_in(self.alice, fresh=True)

    def name(self, who: str, label: str = "") -> str:
        response = self.client.post(PAGE, {"who": who, "label": label}, follow=True)
        assert response.redirect_chain == [(PAGE, 302)], response.content.decode()
        return response.content.decode()

    def test_is_linked_from_me(self) -> None:
        assert f'href="{PAGE}"' in self.client.get("/me/").content.decode()

    def test_a_known_one_and_an_unknown_one_are_told_alike(self) -> None:
        self.bob.use_email("bob@example.org")
        pages = []
        for who in ("bob", "bib", "bob@example.org", "bib@example.org", "vera"):
            page = without_tokens(self.name(who, "him"))
            Avoided.objects.of(self.alice).delete()
            pages.append(page.replace("a name on this site", "-").replace("an e-mail address", "-"))
        kept = {page.split("<main")[1].split("/end/")[0].rpartition("/me/apart/")[0] for page in pages}
        assert len(kept) == 1
        assert "Kept. If they are here, or come, neither of you will see the other." in pages[0]

    def test_as_many_queries_for_either_but_for_keeping_the_pair(self) -> None:
        self.name("warm up")
        counts = []
        for who in ("bob", "nobody yet"):
            with CaptureQueriesContext(connection) as asked:
                self.client.post(PAGE, {"who": who})
            counts.append(len(asked))
        assert 0 <= counts[0] - counts[1] <= 3

    def test_lists_what_the_member_calls_them_and_no_address(self) -> None:
        page = self.name("him@example.org", "my brother")
        assert "my brother" in page
        assert "him@example.org" not in page
        assert "bob" in self.name("bob")
        self.sign_in(self.bob, fresh=True)
        assert "my brother" not in self.client.get(PAGE).content.decode()

    def test_asks_the_database_as_often_for_many(self) -> None:
        for number in range(9):
            apart.avoid(f"{number}@example.org", f"number {number}", by=self.alice)
        with self.assertNumQueries(4):  # session, member, whom she named, her key
            self.client.get(PAGE)

    def test_taken_off_by_who_named_them_alone(self) -> None:
        self.name("bob")
        address = f"{PAGE}{Avoided.objects.get().pk}/end/"
        assert self.client.get(address).status_code == 405
        self.sign_in(self.bob, fresh=True)
        assert self.client.post(address).status_code == 404
        self.sign_in(self.alice, fresh=True)
        assert "Taken off your list." in self.client.post(address, follow=True).content.decode()
        assert not Apart.objects.exists()

    def test_what_cannot_be_comes_back(self) -> None:
        for who, said in (
            ("alice", "That is you."),
            ("", "required"),
            ("no@address", "does not look like an e-mail address"),
            ("- -", "cannot be anybody"),
        ):
            response = self.client.post(PAGE, {"who": who, "label": "kept words"})
            assert response.status_code == 422
            assert said in response.content.decode()
            assert "kept words" in response.content.decode()
        with patch.object(apart, "MOST", 0):
            assert "Your list is full." in self.client.post(PAGE, {"who": "bob"}).content.decode()
        assert not Avoided.objects.exists()

    def test_nobody_tries_many_addresses(self) -> None:
        with patch.object(views, "NAMINGS", "1/h/user"):
            self.name("one@example.org")
            assert self.client.post(PAGE, {"who": "two@example.org"}).status_code == 429
        assert Avoided.objects.count() == 1

    def test_a_stranger_at_an_unlocked_phone_sees_nothing(self) -> None:
        self.sign_in(self.alice)
        for response in (self.client.get(PAGE), self.client.post(PAGE, {"who": "bob"})):
            assert response["Location"].startswith("/me/confirm/")
        self.client.logout()
        assert self.client.get(PAGE)["Location"].startswith("/sign-in/")
        assert not Avoided.objects.exists()

    def test_says_what_it_cannot_do(self) -> None:
        page = self.client.get(PAGE).content.decode()
        for words in ("Whoever signs out can read those", "another name and no address", "people of the team"):
            assert words in page
