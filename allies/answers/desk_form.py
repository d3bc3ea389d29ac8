from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm


class AnswerForm(WagtailAdminPageForm):
    """Whoever begins an answer has written it, until they say otherwise; a draft can be kept from the first word on."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.author_id is None and self.for_user is not None:
            self.initial["author"] = self.for_user.pk
        from allies.answers.models import QuotedIn

        if self.instance.pk and QuotedIn.objects.filter(page=self.instance.pk).exists():
            for name in ("asked", "asked_by"):
                if name in self.fields:
                    self.fields[name].disabled = True
                    self.fields[name].help_text = _(
                        "Kept apart: it is chosen, and agreed to, with the question at the desk."
                    )
