from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from allies.lib.files import wanted_range


@settings(max_examples=300, deadline=None)
@given(size=st.integers(0, 50), first=st.none() | st.integers(0, 60), last=st.none() | st.integers(0, 60))
@example(size=10, first=9, last=9)
@example(size=10, first=None, last=3)
def test_parts_are_slices(size: int, first: int | None, last: int | None) -> None:
    data = bytes(range(size))
    header = f"bytes={'' if first is None else first}-{'' if last is None else last}"
    nothing_said = first is None and last is None
    backwards = first is not None and last is not None and last < first
    if first is None:
        expected = data[max(0, size - last) :] if last else b""
    else:
        expected = data[first : None if last is None else last + 1]
    try:
        found = wanted_range(header, size)
    except ValueError:
        found = (0, -1)
    if found is None:
        assert nothing_said or backwards
    else:
        assert not nothing_said
        assert not backwards
        assert data[found[0] : found[1] + 1] == expected
