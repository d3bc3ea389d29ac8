from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from allies.notebook.kinds.fields import EntryForm, box, line, tap


class InviteForm(forms.Form):
    use_required_attribute = False

    name = line(_("Their name on this site"), hint=_("Ask them for it. It is not their real name."), required=True)
    afraid = tap(
        _("Has this person hurt or threatened you, or are you afraid of them?"),
        [("no", _("No")), ("yes", _("Yes, or I am not sure"))],
        hint=_("We do not keep your answer."),
        required=True,
    )


class MineForm(EntryForm):
    """Beside what both see."""

    mine = box(_("Only you see this"), hint=_("It is not in the plan. If you leave, it goes into your journal."))
