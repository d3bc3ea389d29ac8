"""How often each of many may do something small, counted in this process's memory alone.

For what would cost more to count in the database than to do. With several processes everybody has that many allowances.
"""

from __future__ import annotations

from collections.abc import Hashable
from threading import Lock


class Pace:
    """`at_once` times in a row, then `a_second` more each second. Remembers the `most` who came last."""

    def __init__(self, *, at_once: int, a_second: float, most: int = 10_000) -> None:
        self.at_once, self.a_second, self.most = at_once, a_second, most
        self._left: dict[Hashable, tuple[float, float]] = {}  # who came longest ago stands first
        self._lock = Lock()

    def take(self, who: Hashable, now: float) -> bool:
        """Take one from the allowance of `who`; False when it is used up. `now`: seconds of a clock that only rises."""
        with self._lock:
            left, since = self._left.pop(who, (float(self.at_once), now))
            left = min(self.at_once, left + (now - since) * self.a_second)
            allowed = left >= 1
            if len(self._left) >= self.most:
                del self._left[next(iter(self._left))]
            self._left[who] = (left - allowed, now)
        return allowed

    def clear(self) -> None:
        self._left.clear()
