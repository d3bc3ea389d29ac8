"""The request check: which of the seven elements of CRAFT's communication a planned message has."""

from __future__ import annotations

from allies.craft.requesting.checking import ELEMENTS, Element, RequestCheck, request_check

__all__ = ["ELEMENTS", "Element", "RequestCheck", "request_check"]
