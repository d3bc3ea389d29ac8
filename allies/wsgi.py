from __future__ import annotations

import os
from threading import Thread

from django.core.wsgi import get_wsgi_application

from allies.language.checker import shipped_checker
from allies.language.model import shipped_model

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "allies.settings")
application = get_wsgi_application()

# A second's work that nobody who writes should wait for, and that need not delay the first page either.
for made_ready in (shipped_checker, shipped_model):
    Thread(target=made_ready, daemon=True).start()
