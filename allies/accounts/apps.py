from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "allies.accounts"
    verbose_name = _("Members")

    def ready(self) -> None:
        from allauth.usersessions.models import UserSession
        from django.db.models.signals import pre_save

        pre_save.connect(_forget_address, sender=UserSession, dispatch_uid="no addresses kept")


def _forget_address(instance: Any, **rest: Any) -> None:
    """Where a member was when signing in is nobody's business, and the list of sessions does not need it."""
    instance.ip = "0.0.0.0"  # noqa: S104 - not bound to
