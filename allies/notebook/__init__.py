"""What only its member reads."""

from __future__ import annotations
