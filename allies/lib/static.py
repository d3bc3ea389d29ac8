from __future__ import annotations

from django.contrib.staticfiles.apps import StaticFilesConfig
from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(StaticFilesConfig):
    """Static files without the htmx that no page uses; its extensions name modules that cannot be resolved."""

    ignore_patterns = [*StaticFilesConfig.ignore_patterns, "hx-*.js", "htmax-*", "htmx-4*"]


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Files named by their content and compressed once; modules import one another by relative path."""

    support_js_module_import_aggregation = True
