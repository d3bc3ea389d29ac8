from __future__ import annotations

from allies.lib.pace import Pace


def test_so_many_at_once_then_one_after_another() -> None:
    pace = Pace(at_once=3, a_second=1)
    assert [pace.take("alice", 10.0) for _time in range(4)] == [True, True, True, False]
    assert not pace.take("alice", 10.5)
    assert pace.take("alice", 11.1)
    assert not pace.take("alice", 11.2)


def test_a_rest_gives_back_no_more_than_the_allowance() -> None:
    pace = Pace(at_once=2, a_second=1)
    assert pace.take("alice", 0.0)
    assert [pace.take("alice", 1000.0) for _time in range(3)] == [True, True, False]


def test_each_has_their_own() -> None:
    pace = Pace(at_once=1, a_second=0.1)
    assert pace.take("alice", 0.0)
    assert pace.take("bob", 0.0)
    assert not pace.take("alice", 0.0)


def test_memory_stays_bounded_and_the_busy_are_remembered() -> None:
    pace = Pace(at_once=1, a_second=0.001, most=2)
    for name in ("alice", "bob", "alice", "carol"):
        pace.take(name, 0.0)
    assert not pace.take("alice", 0.0)
    assert len(pace._left) == 2


def test_forgets_when_told() -> None:
    pace = Pace(at_once=1, a_second=0.001)
    pace.take("alice", 0.0)
    pace.clear()
    assert pace.take("alice", 0.0)
