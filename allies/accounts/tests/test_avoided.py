"""What is kept of a name or an address that a member gave: nothing that anybody could read off it."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from django.db import connection
from django.test import override_settings

from allies.accounts import apart
from allies.accounts.models import Apart, Avoided
from allies.accounts.tests.test_apart import are_apart
from allies.testing import MemberTestCase


class Avoiding(MemberTestCase):
    def test_nobody_names_herself(self) -> None:
        self.alice.use_email("alice@example.org")
        for text in ("Alice", "ALICE@example.org"):
            with pytest.raises(apart.Oneself):
                apart.avoid(text, "", by=self.alice)
        apart.avoid("next@example.org", "", by=self.alice)
        self.alice.use_email("next@example.org")
        assert not Apart.objects.exists()

    def test_not_more_than_a_family_has(self) -> None:
        with patch.object(apart, "MOST", 1):
            apart.avoid("one@example.org", "", by=self.alice)
            apart.avoid("one@example.org", "again", by=self.alice)
            with pytest.raises(apart.TooMany):
                apart.avoid("two@example.org", "", by=self.alice)

    def test_the_rows_tell_no_address_and_no_label(self) -> None:
        row = apart.avoid("secret@example.org", "my sister", by=self.alice)
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {Avoided._meta.db_table}")  # noqa: S608 - our own table's name
            stored = repr([bytes(x) if isinstance(x, memoryview) else x for x in cursor.fetchall()[0]])
        assert "secret" not in stored
        assert "sister" not in stored
        assert row.digest in stored

    def test_a_new_key_still_finds_what_the_old_one_kept(self) -> None:
        with override_settings(SECRET_KEY="the old one", MFA_KEYS=()):
            digest = apart.avoid("later@example.org", "", by=self.alice).digest
        with override_settings(SECRET_KEY="a new one", SECRET_KEY_FALLBACKS=["the old one"], MFA_KEYS=()):
            self.bob.use_email("later@example.org")
        assert are_apart(self.alice, self.bob)
        assert "later" not in digest

    def test_whoever_is_erased_leaves_nothing(self) -> None:
        apart.avoid("bob", "", by=self.alice)
        self.alice.delete()
        assert not Avoided.objects.exists()
        assert not Apart.objects.exists()

    def test_two_at_the_same_moment_are_found_after_both_are_kept(self) -> None:
        with patch.object(Apart, "meet"), self.captureOnCommitCallbacks() as later:
            apart.avoid("race@example.org", "", by=self.alice)
            self.bob.use_email("race@example.org")
        assert not are_apart(self.alice, self.bob)
        for callback in later:
            callback()
        assert are_apart(self.alice, self.bob)
