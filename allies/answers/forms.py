from __future__ import annotations

from typing import Any
from unicodedata import category

from django import forms
from django.utils.translation import gettext_lazy as _

from allies.answers.about import CHOICES, NAMES, chosen, kept
from allies.answers.asking import PARTS
from allies.answers.models import Question
from allies.answers.models.comments import LONGEST, as_sent
from allies.answers.models.questions import LONGEST as PART
from allies.moderation.models import ReportReason

UNSEEN = "\u115f\u1160\u2800\u3164\uffa0"  # letters and symbols that show nothing


class Words(forms.CharField):
    """A text of which something can be seen, measured as it will be kept."""

    def to_python(self, value: Any) -> str:
        text = as_sent(super().to_python(value) or "")
        return text if any(category(each)[0] in "LNPS" and each not in UNSEEN for each in text) else ""

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Without maxlength: a browser would cut off the rest of a pasted text and say nothing."""
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}


class CommentForm(forms.Form):
    text = Words(
        label=_("Add what you have lived"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={
            "required": _("There is nothing to post yet. Write a few words first."),
            "max_length": _(
                "This is longer than %(limit_value)d characters (it has %(show_value)d). "
                "It is kept below: shorten it or post it in two parts."
            ),
        },
    )


BLANK = CommentForm()  # what most pages show: one for all, by which they are known


class RemovalForm(forms.Form):
    reason = Words(
        label=_("Why is it removed?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Kept in the log. Name the rule, not the person."),
    )


class ReportForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("What is it about?"),
        choices=ReportReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose what comes closest.")},
    )
    words = Words(
        label=_("Anything a moderator should know?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class AppealForm(forms.Form):
    words = Words(
        label=_("What should they know?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("In your own words. You can ask once, so take your time."),
        error_messages={"required": _("Please write a few words, so that somebody can look with fresh eyes.")},
    )


TOO_LONG = _(
    "This is longer than %(limit_value)d characters (it has %(show_value)d). All of it is kept below: please "
    "shorten it, or send the rest once the question is on its way."
)


def _box(label: Any, *, rows: int, required: bool = False, hint: Any = "") -> Words:
    return Words(
        label=label,
        required=required,
        max_length=PART,
        help_text=hint,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": _("Please write a few words about what is going on."), "max_length": TOO_LONG},
    )


def _taps(group: str) -> forms.ChoiceField:
    choices = [*CHOICES[group], ("", _("I would rather not say"))]
    return forms.ChoiceField(label=NAMES[group], required=False, choices=choices, widget=forms.RadioSelect)


class QuestionForm(forms.Form):
    situation = _box(_("What is going on?"), rows=6, required=True)
    tried = _box(_("What have you tried?"), rows=3)
    hope = _box(_("What do you hope for?"), rows=3)
    relationship, substance, stage = map(_taps, CHOICES)
    sharing = forms.ChoiceField(
        label=_("Who may read the answer?"),
        choices=[
            ("", _("Only me. The team answers me privately.")),
            ("share", _("Others too, if I agree to every word first. Nothing is shown before I say yes.")),
        ],
        required=False,
        widget=forms.RadioSelect,
        help_text=_("You can change your mind until something is shown, and take it back later."),
    )

    def given(self) -> dict[str, Any]:
        """What the form holds, whether or not it may be sent so."""
        part = {name: as_sent(str(self.data.get(name, "")))[: 2 * PART] for name in PARTS}
        taps = kept(str(self.data.get(group, "")) for group in CHOICES)
        return {**part, "about": taps, "may_share": self.data.get("sharing") == "share"}


def begun(question: Question | None) -> dict[str, Any]:
    """A question's form as its member left it."""
    if question is None:
        return {"relationship": "", "substance": "", "stage": "", "sharing": ""}
    parts = {name: getattr(question, name) for name in PARTS}
    taps = dict.fromkeys(CHOICES, "") | chosen(question.about)
    return {**parts, **taps, "sharing": "share" if question.may_share else ""}


class MessageForm(forms.Form):
    text = Words(
        label=_("Write to the team"),
        max_length=PART,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Please write a few words."), "max_length": TOO_LONG},
    )
