"""For tests in which many people do something at once.

SQLite lets one write at a time and keeps a test's database in memory for its own thread, so these run on PostgreSQL.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection, connections

on_postgresql = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite keeps a test's database for one thread; run on PostgreSQL"
)


def at_once(count: int, act: Callable[[int], Any]) -> list[Any]:
    """What `act` gives (or raises) for each of `count` threads that start together."""
    barrier, outcomes = Barrier(count), [None] * count

    def run(number: int) -> None:
        try:
            barrier.wait(timeout=30)
            outcomes[number] = act(number)
        except Exception as error:  # the test looks at them
            outcomes[number] = error  # type: ignore[call-overload]
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return outcomes
