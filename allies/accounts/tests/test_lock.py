"""When notes close, and the PIN that opens them again."""

from __future__ import annotations

from django.test import Client

from allies.accounts import pin
from allies.accounts.models import NotesLock
from allies.testing import MemberTestCase

PAGE, HIDE = "/me/lock/", "/me/lock/hide/"


class Settings(MemberTestCase):
    def setUp(self) -> None:
        self.sign_in(self.alice, fresh=True)

    def test_minutes_and_pin_are_kept_and_the_pin_as_a_digest(self) -> None:
        with self.assertNumQueries(3):  # session, member, lock
            assert "Never by themselves" in self.client.get(PAGE).content.decode()
        assert self.client.post(PAGE, {"after": 5, "pin": "7391"})["Location"] == PAGE
        lock = NotesLock.objects.of(self.alice).get()
        assert lock.after == 5
        assert "7391" not in lock.pin
        assert "argon2id" in lock.pin
        assert pin.try_pin(self.alice, "7391")
        self.client.post(PAGE, {"after": 1})
        assert pin.try_pin(self.alice, "7391")
        self.client.post(f"{PAGE}pin/remove/")
        assert NotesLock.objects.of(self.alice).get().pin == ""
        self.client.post(PAGE, {"after": 0})
        assert not NotesLock.objects.exists()

    def test_what_a_pin_may_be(self) -> None:
        for refused in ("123", "1234", "98765", "0000", "123456789", "12a4", "٣٩١٧"):
            assert self.client.post(PAGE, {"after": 1, "pin": refused}).status_code == 422, refused
        assert self.client.post(PAGE, {"after": 3}).status_code == 422
        assert not NotesLock.objects.exists()

    def test_who_may(self) -> None:
        self.client.get(HIDE)  # what was fresh is not any more
        for path in (PAGE, f"{PAGE}pin/remove/", "/me/my-data/", "/me/erase/"):
            assert self.client.post(path, {"after": 0})["Location"].startswith("/me/confirm/"), path
        assert Client().get(PAGE)["Location"].startswith("/sign-in/")
        assert self.client.get(f"{PAGE}pin/remove/").status_code in {302, 405}

    def test_what_is_fresh_ends_with_the_notes(self) -> None:
        pin.set_lock(self.alice, 1)
        session = self.client.session
        session["account_authentication_methods"][0]["at"] -= 70
        session.save()
        assert self.client.get("/me/my-data/")["Location"].startswith("/me/confirm/")

    def test_the_minutes_begin_when_they_are_chosen(self) -> None:
        session = self.client.session
        session["account_authentication_methods"][0]["at"] -= 200
        session.save()
        self.client.post(PAGE, {"after": 1})
        assert self.client.get("/notes/").status_code == 200
        session = self.client.session
        session["notes_seen"] -= 61
        session.save()
        assert self.client.get("/notes/").status_code == 403

    def test_anothers_pin_opens_nothing(self) -> None:
        pin.set_lock(self.alice, 1, "7391")
        pin.set_lock(self.bob, 1, "4826")
        NotesLock.objects.of(self.bob).update(pin=NotesLock.objects.of(self.alice).get().pin)
        assert not pin.try_pin(self.bob, "7391")
        assert not pin.try_pin(self.bob, "4826")
