"""The site with its demo as browsers see it in the tests: production's settings, quicker to make ready."""

from __future__ import annotations

from django.contrib.staticfiles.storage import ManifestStaticFilesStorage

from allies.settings import *  # noqa: F403
from allies.settings import DATABASES, STORAGES

ROOT_URLCONF = "tests.browser.demo.urls"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 3600  # the cast signs in once, and the tests come in any order
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "tests.browser.demo.settings.HashedOnly"}}
if options := DATABASES["default"].get("OPTIONS", {}).get("init_command"):
    DATABASES["default"]["OPTIONS"]["init_command"] = options.replace("synchronous=FULL", "synchronous=OFF")


class HashedOnly(ManifestStaticFilesStorage):
    """Named by content as in production, but not compressed, which takes half a minute."""

    support_js_module_import_aggregation = True
