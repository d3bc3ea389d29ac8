"""Staff and moderators show a second factor before they reach anything."""

from __future__ import annotations

from allies.accounts.actions import give_second_factor
from allies.accounts.management.commands.demo_code import code_of
from allies.accounts.models import Role
from allies.testing import MemberTestCase

CLOSED = (
    "/",
    "/learn/",
    "/answers/",
    "/me/",
    "/me/email/",
    "/me/recovery-codes/",
    "/me/sessions/",
    "/cms/",
    "/cms/pages/",
)
OPEN = ("/help/now/", "/safety/", "/agreement/", "/me/second-step/", "/me/confirm/", "/sign-out/", "/me/passkeys/")


class SecondFactor(MemberTestCase):
    def test_members_are_left_alone(self) -> None:
        self.sign_in(self.alice)
        assert self.client.get("/me/").status_code == 200

    def test_every_other_role_is_stopped_everywhere(self) -> None:
        for member in (self.sam, self.rhea, self.edda, self.odile, self.vera):
            self.sign_in(member, second_factor=False)
            for path in CLOSED:
                answer = self.client.get(path)
                assert answer.status_code == 302, path
                assert answer["Location"].startswith("/me/second-step/?next="), (member, path)
                self.client.post("/me/sessions/end-others/")

    def test_what_is_open_stays_open(self) -> None:
        self.sign_in(self.sam, second_factor=False)
        for path in OPEN:
            location = self.client.get(path).headers.get("Location", "")
            assert "second-step" not in location, path

    def test_posts_are_stopped_too(self) -> None:
        self.sign_in(self.sam, second_factor=False)
        self.client.post("/me/name/", {"pseudonym": "somebody new"})
        self.sam.refresh_from_db()
        assert self.sam.pseudonym == "sam"

    def test_a_fragment_is_led_as_a_page(self) -> None:
        self.sign_in(self.sam, second_factor=False)
        answer = self.client.get("/me/", headers={"hx-request": "true"})
        assert answer["HX-Redirect"].startswith("/me/second-step/")

    def test_with_it_they_pass_without_a_query_more(self) -> None:
        self.sign_in(self.sam)
        self.client.get("/me/name/")
        with self.assertNumQueries(2):  # session, member
            assert self.client.get("/me/name/").status_code == 200

    def test_who_becomes_staff_meanwhile_is_caught(self) -> None:
        self.sign_in(self.alice)
        assert self.client.get("/me/").status_code == 200
        self.alice.give_role(Role.MODERATOR, by=self.odile)
        assert self.client.get("/me/")["Location"].startswith("/me/second-step/")

    def test_another_members_records_do_not_count(self) -> None:
        self.sign_in(self.sam)
        session = self.client.session
        session["account_authentication_methods_user"] = str(self.rhea.pk)
        session.save()
        assert self.client.get("/me/").status_code == 302

    def test_who_has_one_is_asked_for_it_and_passes(self) -> None:
        give_second_factor(self.sam)
        self.sign_in(self.sam, second_factor=False)
        location = self.client.get("/me/")["Location"]
        assert location.startswith("/me/confirm/code/?next=")
        assert self.client.get(location).status_code == 200
        assert self.client.post(location, {"code": code_of(self.sam)})["Location"] == "/me/"
        assert self.client.get("/me/").status_code == 200
