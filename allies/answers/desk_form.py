from __future__ import annotations

from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm


class AnswerForm(WagtailAdminPageForm):
    """Whoever begins an answer has written it, until they say otherwise; a draft can be kept from the first word on."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.author_id is None and self.for_user is not None:
            self.initial["author"] = self.for_user.pk
