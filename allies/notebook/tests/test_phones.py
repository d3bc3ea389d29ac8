"""Numbers can be dialled; days, times and sums are not numbers to dial; no letter of the text is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allies.notebook.phones import first_number, parts


@pytest.mark.parametrize(
    ("text", "dial"),
    [
        ("Ada 555-0100", "5550100"),
        ("+1 (202) 555-0147 after five", "+12025550147"),
        ("(0)89 123456", "089123456"),
        ("call 911", "911"),
        ("2026-03-14", ""),
        ("14.03.2026", ""),
        ("at 17:30", ""),
        ("3 days", ""),
        ("no number", ""),
    ],
)
def test_numbers(text: str, dial: str) -> None:
    found = first_number(text)
    assert (found.dial if found else "") == dial


@given(st.text(alphabet="ab0123456789+-(). /:", max_size=60))
def test_joined_they_are_the_text(text: str) -> None:
    assert "".join(part.text for part in parts(text)) == text
