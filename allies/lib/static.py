from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Files named by their content and compressed once; modules import one another by relative path."""

    support_js_module_import_aggregation = True
