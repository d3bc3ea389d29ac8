from __future__ import annotations

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.test import Client, override_settings

from allies.accounts.actions import give_second_factor, make_recovery_codes, recover
from allies.accounts.queries import codes_left
from allies.accounts.tests.test_sign_in import Counted
from allies.testing import PASSPHRASE, MemberTestCase

NEW = "seven quiet boats at anchor"


class Recover(MemberTestCase):
    def post(self, code: str, name: str = "alice", passphrase: str = NEW, **more: str) -> HttpResponse:
        return self.client.post("/recover/", {"pseudonym": name, "code": code, "passphrase": passphrase, **more})

    def test_a_code_sets_a_new_passphrase_and_ends_every_session(self) -> None:
        codes = make_recovery_codes(self.alice)
        elsewhere = Client()
        elsewhere.post("/sign-in/", {"login": "alice", "password": PASSPHRASE})
        assert elsewhere.get("/me/").status_code == 200
        answer = self.post(codes[0], name="ALICE")
        assert answer["Location"] == "/sign-in/"
        assert SESSION_KEY not in self.client.session
        assert not UserSession.objects.exists()
        assert not Session.objects.filter(session_key=elsewhere.session.session_key).exists()
        assert elsewhere.get("/me/").status_code == 302
        self.alice.refresh_from_db()
        assert self.alice.check_password(NEW)
        assert codes_left(self.alice) == 7
        assert self.client.post("/sign-in/", {"login": "alice", "password": NEW}).status_code == 302

    def test_a_code_works_once(self) -> None:
        code = make_recovery_codes(self.alice)[0]
        assert self.post(code).status_code == 302
        assert "do not go together" in self.post(code, passphrase="other words that nobody guesses").content.decode()
        self.alice.refresh_from_db()
        assert self.alice.check_password(NEW)

    def test_a_code_is_its_owners(self) -> None:
        code = make_recovery_codes(self.alice)[0]
        assert self.post(code, name="bob").status_code == 200
        self.bob.refresh_from_db()
        assert self.bob.check_password(PASSPHRASE)
        assert codes_left(self.alice) == 8

    def test_a_new_set_ends_the_old_one(self) -> None:
        old = make_recovery_codes(self.alice)
        new = make_recovery_codes(self.alice)
        assert recover("alice", old[0], NEW) is None
        assert recover("alice", new[0], NEW) == self.alice

    def test_codes_are_read_as_people_type_them(self) -> None:
        for typed in (
            str.upper,
            lambda code: code.replace("-", " "),
            lambda code: f" {code.replace('0', 'O').replace('1', 'l')} ",
        ):
            assert recover("alice", typed(make_recovery_codes(self.alice)[3]), NEW) == self.alice

    def test_a_weak_passphrase_spends_no_code(self) -> None:
        code = make_recovery_codes(self.alice)[0]
        page = self.post(code, passphrase="alicealicealice").content.decode()
        assert "guessed early" in page or "too close" in page
        assert codes_left(self.alice) == 8

    def test_closed_accounts_stay_closed(self) -> None:
        code = make_recovery_codes(self.alice)[0]
        self.alice.is_active = False
        self.alice.save(update_fields=["is_active"])
        assert self.post(code).status_code == 200

    @override_settings(PASSWORD_HASHERS=["allies.accounts.tests.test_sign_in.Counted"])
    def test_known_and_unknown_cost_the_same(self) -> None:
        make_recovery_codes(self.alice)
        pages = []
        for name in ("alice", "nobody-here"):
            Counted.works.clear()
            with self.assertNumQueries(3):  # one statement in its savepoint
                assert recover(name, "00000-00000-00000", NEW) is None
            assert Counted.works == []
            pages.append("do not go together" in self.post("00000-00000-00000", name=name).content.decode())
        assert pages == [True, True]

    def test_a_lost_second_step_goes_for_members_only(self) -> None:
        for member in (self.alice, self.vera, self.sam):
            give_second_factor(member)
            code = make_recovery_codes(member)[0]
            page = self.client.post(
                "/recover/",
                {"pseudonym": member.pseudonym, "code": code, "passphrase": NEW, "lost_second_factor": "on"},
                follow=True,
            ).content.decode()
            kept = Authenticator.objects.filter(user=member).exists()
            assert kept is member.needs_second_factor
            assert ("Only the operator" in page) is member.needs_second_factor

    def test_it_stays_when_the_box_is_empty(self) -> None:
        give_second_factor(self.alice)
        self.post(make_recovery_codes(self.alice)[0])
        assert Authenticator.objects.filter(user=self.alice).exists()

    def test_bad_input_and_many_tries(self) -> None:
        for name, code in (("", ""), ("\x00", "\x00"), ("alice", "x" * 60), ("x" * 5000, "-"), ("alice", "ñ—é")):
            assert self.post(code, name=name).status_code == 200
        for _ in range(5):
            self.post("", name="")
        assert self.post(make_recovery_codes(self.alice)[0]).status_code == 429
        assert self.client.put("/recover/").status_code == 405
