from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    MEMBER = "member", _("member")
    MODERATOR = "moderator", _("moderator")
    WRITER = "writer", _("staff writer")
    SECOND_READER = "second-reader", _("second reader")
    EDITOR = "editor", _("editor")
    OPERATOR = "operator", _("operator")


class Member(AbstractBaseUser, PermissionsMixin):
    pseudonym = models.CharField(max_length=30, unique=True)
    email = models.EmailField(blank=True)
    role = models.CharField(max_length=20, choices=Role, default=Role.MEMBER)
    title = models.CharField(max_length=60, blank=True, help_text=_("What a member of staff does, shown beside the name."))
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now)

    objects = BaseUserManager()

    USERNAME_FIELD = "pseudonym"
    REQUIRED_FIELDS: list[str] = []

    def __str__(self) -> str:
        return self.pseudonym

    @property
    def is_staff(self) -> bool:
        return self.role not in (Role.MEMBER, Role.MODERATOR)

    def get_full_name(self) -> str:
        return self.pseudonym
