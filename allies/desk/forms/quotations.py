"""What is chosen for each marked detail of a question, and the short list of the second reader."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from allies.answers.details import Choice, Choices
from allies.answers.forms import Words
from allies.language.veiling import Detail

OWN, LEAVE = "own", "leave"
ARROW = "=>"
LONGEST = 200  # characters in place of one detail


@dataclass(frozen=True, slots=True)
class Row:
    """One detail with its fields."""

    text: str
    kind: str
    reason: str
    choice: Any
    own: Any
    why: Any


class DetailsForm(forms.Form):
    more = forms.CharField(
        label=gettext_lazy("Something else that should not be shown"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "One a line: the words as she wrote them => the words to show. Nothing after => leaves them out."
        ),
    )

    def __init__(self, data: Any, choices: Choices, kept: dict[str, str]) -> None:
        super().__init__(data, initial=_initial(choices) | kept)
        self.choices = choices
        for at, made in enumerate(choices.made):
            self.fields[f"choice_{at}"] = forms.ChoiceField(
                label=_("Show instead"), choices=_ways(made.detail), widget=forms.RadioSelect
            )
            self.fields[f"own_{at}"] = forms.CharField(
                label=_("Your own words"), required=False, max_length=LONGEST, strip=True
            )
            self.fields[f"why_{at}"] = forms.CharField(
                label=_("Why it may stay"), required=False, max_length=LONGEST, strip=True
            )

    def rows(self) -> Iterator[Row]:
        for at, made in enumerate(self.choices.made):
            place = self.choices.source[made.detail.start : made.detail.end]
            fields = (self[f"{name}_{at}"] for name in ("choice", "own", "why"))
            yield Row(place, made.detail.kind, made.detail.reason, *fields)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        made = [self._made(at, each.detail, given) for at, each in enumerate(self.choices.made)]
        made += self._more(given.get("more", ""), made)
        made.sort(key=lambda each: each.detail.start)
        given["choices"] = Choices(self.choices.source, tuple(made))
        if not given["choices"].text():
            self.add_error(None, _("Nothing is left to show."))
        return given

    def _made(self, at: int, detail: Detail, given: dict[str, Any]) -> Choice:
        way = given.get(f"choice_{at}", "")
        own, why = given.get(f"own_{at}", ""), given.get(f"why_{at}", "")
        if way == LEAVE and not why:
            self.add_error(f"why_{at}", _("Say why it may stay, so that the second reader can judge."))
        if way == OWN and not own:
            self.add_error(f"own_{at}", _("Write what should stand there."))
        if way == LEAVE:
            return Choice(detail, None, why)
        return Choice(detail, own if way == OWN else detail.proposals[int(way)] if way else "", why)

    def _more(self, text: str, made: list[Choice]) -> Iterator[Choice]:
        taken = [(each.detail.start, each.detail.end) for each in made]
        for line in filter(str.strip, text.splitlines()):
            phrase, arrow, words = (part.strip() for part in line.partition(ARROW))
            start = self.choices.source.find(phrase) if phrase else -1
            if start < 0 or not arrow:
                self.add_error(
                    "more", _("“%(line)s” does not stand in the question like this.") % {"line": line.strip()}
                )
            while phrase and arrow and start >= 0:
                end = start + len(phrase)
                if any(start < there_end and there < end for there, there_end in taken):
                    self.add_error("more", _("“%(line)s” is marked above already.") % {"line": phrase})
                    break
                taken.append((start, end))
                yield Choice(Detail(start, end, "own", _("Marked by a person."), (words[:LONGEST],)), words[:LONGEST])
                start = self.choices.source.find(phrase, end)


def _ways(detail: Detail) -> list[tuple[str, str]]:
    proposed = [(str(at), words or _("(left out)")) for at, words in enumerate(detail.proposals)]
    return [*proposed, (OWN, _("My own words")), (LEAVE, _("Leave it as it is"))]


def _initial(choices: Choices) -> dict[str, str]:
    found: dict[str, str] = {}
    for at, made in enumerate(choices.made):
        proposed = made.words in made.detail.proposals
        way = LEAVE if made.words is None else str(made.detail.proposals.index(made.words)) if proposed else OWN
        found |= {f"choice_{at}": way, f"why_{at}": made.why, f"own_{at}": made.words or "" if way == OWN else ""}
    return found


class SecondReadingForm(forms.Form):
    safety = forms.BooleanField(
        label=gettext_lazy("Safety: nothing here could raise danger, and urgent help is named where it belongs."),
        required=False,
    )
    language = forms.BooleanField(
        label=gettext_lazy("Language: person first, warm, no blame and no promise."), required=False
    )
    identity = forms.BooleanField(
        label=gettext_lazy("Nobody can be recognised: not the asker, not who it is about, not by a neighbour."),
        required=False,
    )
    note = Words(
        label=gettext_lazy("Note for the writer"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("When you send it back: what should change. It stays sealed with the question."),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        whole = given.get("safety") and given.get("language") and given.get("identity")
        if "return" in self.data and not given.get("note"):
            self.add_error("note", _("Say what should change, then send it back."))
        if "return" not in self.data and not whole:
            self.add_error(None, _("Tick each point once you have looked at it. If one does not hold, send it back."))
        return given
