from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    MEMBER: Any = "member", _("member")
    MODERATOR: Any = "moderator", _("moderator")
    WRITER: Any = "writer", _("staff writer")
    SECOND_READER: Any = "second-reader", _("second reader")
    EDITOR: Any = "editor", _("editor")
    OPERATOR: Any = "operator", _("operator")
