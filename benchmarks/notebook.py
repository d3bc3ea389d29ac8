"""The notebook of a member with many observations: list, month, patterns, charts, search, all unsealed.

    .venv/bin/python benchmarks/notebook.py [2000]

A database in memory, one process, no network: what the server's own work takes for one request.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from statistics import median

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "allies.settings")
ROUNDS = 15


def taken(what: Callable[[], object]) -> float:
    """Milliseconds of processor time, the median of some rounds after a first one."""
    what()
    spent = []
    for _ in range(ROUNDS):
        began = time.process_time()
        what()
        spent.append((time.process_time() - began) * 1000)
    return median(spent)


def main(number: int) -> None:
    import django

    django.setup()
    from django.conf import settings
    from django.test import Client
    from django.test.runner import DiscoverRunner
    from django.test.utils import override_settings, setup_test_environment
    from django.utils.timezone import localdate

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    override_settings(STORAGES=settings.STORAGES | {"staticfiles": plain}).enable()
    setup_test_environment()
    runner = DiscoverRunner(verbosity=0)
    databases = runner.setup_databases()
    from allies.accounts.models import Member
    from allies.notebook.entries import found_in, observations_of
    from allies.notebook.models import Entry
    from allies.testing import make_member

    member = make_member("measured")
    for each in range(number):
        entry = Entry(member=member, kind="observation")
        entry.given = {
            "state": ("use", "non_use", "unsure")[each % 3],
            "day": (localdate() - timedelta(days=each // 2)).isoformat(),
            "hour": ("morning", "evening", "night")[each % 7 % 3],
            "place": "home",
            "company": ["friends"],
            "feeling": ["stressed", "bored"],
            "mood": str(each % 11),
            "i_did": ["stayed_calm", "listened"],
            "followed": ["talked"],
            "outer": "It was payday and his friends had called. He came home late and went straight to his room.",
        }
        entry.save()
    client = Client()
    client.force_login(member, backend=settings.AUTHENTICATION_BACKENDS[0])

    def fresh() -> Member:
        return Member.objects.get(pk=member.pk)

    print(f"{number} observations, milliseconds of processor time, median of {ROUNDS}")
    print(f"  list page            {taken(lambda: client.get('/notes/days/')):7.1f}")
    print(f"  overview             {taken(lambda: client.get('/notes/')):7.1f}")
    for name in ("month", "patterns", "charts"):
        print(f"  {name:<20} {taken(partial(client.get, f'/notes/days/{name}/')):7.1f}")
    print(f"  all, unsealed        {taken(lambda: observations_of(fresh())):7.1f}")
    print(f"  search, nothing      {taken(lambda: found_in(fresh(), 'nowhere')):7.1f}")
    runner.teardown_databases(databases)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
