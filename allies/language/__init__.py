"""The words check: stigma, advice, disrespect, danger and identifying details in what members write. No Django."""

from __future__ import annotations

from allies.language.finding import Finding

__all__ = ["Finding", "check"]


def check(text: str, *, lang: str = "en", writer: str | None = None) -> list[Finding]:
    """Under construction in its own files; see `finding.py` for what comes back."""
    return []
