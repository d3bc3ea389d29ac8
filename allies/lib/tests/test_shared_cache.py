from __future__ import annotations

from datetime import timedelta

from django.core.cache import cache
from django.db import connection
from django.test import TestCase, override_settings
from django.utils import timezone

from allies.lib.shared_cache import forget_expired, unreadable_key

ADDRESS = "allauth:rl:login:30/m/ip:ip:192.0.2.7"


def rows() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key, value FROM shared_cache")
        return repr(cursor.fetchall())


class SharedCacheTests(TestCase):
    def test_what_is_kept_is_found_again(self) -> None:
        cache.set(ADDRESS, 1, 60)
        assert cache.get(ADDRESS) == 1
        assert cache.get(f"{ADDRESS}0") is None

    def test_no_address_stands_in_the_table(self) -> None:
        cache.set(ADDRESS, 1, 60)
        assert len(rows()) > 60
        assert "192.0.2.7" not in rows()

    def test_without_the_secret_nobody_can_try_addresses(self) -> None:
        with override_settings(SECRET_KEY="another"):
            other = unreadable_key(ADDRESS, "", 1)
        assert other != unreadable_key(ADDRESS, "", 1)

    def test_what_has_run_out_is_removed_and_the_rest_stays(self) -> None:
        cache.set("short", 1, 60)
        cache.set("long", 2, 600)
        assert forget_expired(timezone.now() + timedelta(seconds=120)) == 1
        assert cache.get("long") == 2
        assert forget_expired(timezone.now()) == 0

    @override_settings(CACHES={"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}})
    def test_another_cache_sees_to_it_itself(self) -> None:
        assert forget_expired(timezone.now()) == 0
