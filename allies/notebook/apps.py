from __future__ import annotations

from django.apps import AppConfig


class NotebookConfig(AppConfig):
    name = "allies.notebook"
