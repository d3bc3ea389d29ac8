from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from allies.desk.trying import MOST_HARMLESS, is_common
from allies.language import check
from allies.moderation.models import OwnTerm
from allies.moderation.own_terms import pattern, places

MOST = 6  # alternatives
LONGEST = 80  # characters of one
KINDS = [("stigma", _("Stigma: names somebody by an illness")), ("disrespect", _("Disrespect: may hurt somebody here"))]


class TermForm(forms.Form):
    phrase = forms.CharField(label=_("Word or phrase"), max_length=60)
    kind = forms.ChoiceField(label=_("Kind"), choices=KINDS, initial="stigma", widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Why, in one sentence for the writer"), max_length=200, help_text=_("Kind and short. No blame.")
    )
    alternatives = forms.CharField(
        label=_("What to say instead"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One a line, the best first."),
        required=False,
        max_length=MOST * LONGEST,
    )
    source = forms.CharField(label=_("Source"), max_length=160, required=False, help_text=_("Who says so."))

    def __init__(self, *args: Any, term: OwnTerm, **options: Any) -> None:
        given = {name: getattr(term, name) for name in ("phrase", "kind", "reason", "source")}
        super().__init__(*args, initial=given | {"alternatives": "\n".join(term.alternatives)}, **options)
        self.term = term

    def clean_phrase(self) -> str:
        phrase = " ".join(self.cleaned_data["phrase"].split())
        if not pattern(phrase) or len(phrase) < 3:
            raise ValidationError(_("A word has three letters or more."), code="short")
        if OwnTerm.objects.filter(phrase__iexact=phrase).exclude(pk=self.term.pk).exists():
            raise ValidationError(_("This word is on the list already."), code="twice")
        if is_common(phrase):
            raise ValidationError(
                _("This word is too common: more than %(most)d of 100 sentences that say nothing wrong hold it."),
                code="common",
                params={"most": MOST_HARMLESS},
            )
        return phrase

    def clean_alternatives(self) -> list[str]:
        lines = [" ".join(line.split()) for line in self.cleaned_data["alternatives"].splitlines()]
        return list(dict.fromkeys(line for line in lines if line))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for line in given.get("alternatives", []):
            if problem := self._problem(line, given.get("phrase", "")):
                self.add_error("alternatives", problem)
        if len(given.get("alternatives", [])) > MOST:
            self.add_error("alternatives", gettext("Six are enough."))
        return given

    def _problem(self, line: str, phrase: str) -> str:
        if len(line) > LONGEST:
            return gettext("“%(line)s…” is too long.") % {"line": line[:30]}
        if check(line) or (phrase and any(places(phrase, line))):
            return gettext("“%(line)s” would be marked itself.") % {"line": line}
        return ""
