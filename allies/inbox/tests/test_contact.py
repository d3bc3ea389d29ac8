from __future__ import annotations

from typing import Any

from allies.inbox.models import Channel, ContactProfile, Letter, Occasion, Rhythm
from allies.inbox.tests.making import wants_letters
from allies.testing import MemberTestCase

GIVEN = {
    "channel": "email", "rhythm": "daily", "opens": "9", "closes": "20", "zone": "America/New_York",
    "sender": "2", "subject": "2", "preview": "2",
}  # fmt: skip


class ContactTests(MemberTestCase):
    def setUp(self) -> None:
        self.alice.use_email("alice@example.org")
        self.sign_in(self.alice)

    def kept(self, **more: Any) -> ContactProfile:
        response = self.client.post("/me/contact/", GIVEN | more)
        assert response.status_code == 302, response.content.decode()
        return ContactProfile.objects.of(self.alice).get()

    def test_by_default_nobody_writes(self) -> None:
        page = self.client.get("/me/contact/")
        assert page.context["form"].initial["channel"] == Channel.NEVER
        assert not page.context["form"].initial["link"]
        assert not ContactProfile.objects.exists()

    def test_it_is_kept(self) -> None:
        profile = self.kept()
        assert (profile.channel, profile.rhythm, profile.opens, profile.words("sender")) == (
            Channel.EMAIL, Rhythm.DAILY, 9, "Reminder",
        )  # fmt: skip

    def test_own_words_are_sealed(self) -> None:
        profile = self.kept(sender="own", own_sender="The choir\r\nBcc: x@example.org")
        assert profile.words("sender") == "The choir Bcc: x@example.org"
        raw = ContactProfile.objects.values_list("own_sender", flat=True).get()
        assert "choir" not in repr(raw)
        assert b"choir" not in raw.raw

    def test_telling_words_are_kept_with_a_kind_warning(self) -> None:
        response = self.client.post("/me/contact/", GIVEN | {"subject": "own", "own_subject": "Recovery news"})
        page = self.client.get(response.url).content.decode()  # type: ignore[attr-defined]
        assert "could learn from “Recovery”" in page
        assert ContactProfile.objects.get().words("subject") == "Recovery news"
        self.client.post("/me/contact/", GIVEN | {"subject": "own", "own_subject": "Choir news"})
        assert "could learn from" not in self.client.get("/me/contact/").content.decode()

    def test_bad_input(self) -> None:
        for wrong in (
            {"zone": "Mars/Base"}, {"opens": "24"}, {"opens": "x"}, {"channel": "pigeon"}, {"sender": "9"},
            {"sender": "own", "own_sender": "  "}, {"own_subject": "x" * 61},
        ):  # fmt: skip
            assert self.client.post("/me/contact/", GIVEN | wrong).status_code == 422, wrong
        self.alice.use_email("")
        assert self.client.post("/me/contact/", GIVEN).status_code == 422
        assert not ContactProfile.objects.exists()

    def test_keeping_it_begins_again(self) -> None:
        from django.utils.timezone import now

        ContactProfile.objects.create(member=self.alice, zone="UTC", stopped_at=now(), stopped_for="refused")
        assert b"does not take mail" in self.client.get("/me/contact/").content
        assert self.kept().stopped_at is None

    def test_a_test(self) -> None:
        self.client.post("/me/contact/test/")
        assert not Letter.objects.exists()
        self.kept()
        self.client.post("/me/contact/test/")
        assert Letter.objects.of(self.alice).get().occasion == Occasion.TEST

    def test_tests_are_few(self) -> None:
        self.kept()
        statuses = [self.client.post("/me/contact/test/").status_code for _time in range(7)]
        assert statuses == [302] * 6 + [429]

    def test_wrong_methods_and_signed_out(self) -> None:
        assert self.client.put("/me/contact/").status_code == 405
        assert self.client.get("/me/contact/test/").status_code == 405
        self.client.logout()
        for address in ("/me/contact/", "/me/contact/test/"):
            assert self.client.post(address, GIVEN).url.startswith("/sign-in/")  # type: ignore[attr-defined]
        assert not ContactProfile.objects.exists()

    def test_each_sees_their_own(self) -> None:
        wants_letters(self.bob, sender="own", own_sender="Bobs own")
        assert "Bobs own" not in self.client.get("/me/contact/").content.decode()
