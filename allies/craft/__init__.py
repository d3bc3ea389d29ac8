"""The method, CRAFT, as plain functions: situations, requests, what a record shows. No Django."""

from __future__ import annotations
