"""Tests keep away from the operator's data folder and need no collected static files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.core.files.storage import storages
from django.test.utils import override_settings


@pytest.fixture(scope="session", autouse=True)
def _files_apart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    folder = tmp_path_factory.mktemp("data")
    kept = storages["private"]  # the fields of models hold this one since they were made: no setting reaches it
    kept._location = folder / "private"
    kept._clear_cached_properties("MEDIA_ROOT")
    apart: dict[str, Any] = {
        **settings.STORAGES,
        "private": {**settings.STORAGES["private"], "OPTIONS": {"location": folder / "private", "base_url": None}},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    (folder / "static").mkdir()
    with override_settings(STORAGES=apart, MEDIA_ROOT=folder / "media", STATIC_ROOT=folder / "static"):
        yield
