"""What is chosen for each marked detail of a question, and the short list of the second reader."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from allies.answers import quoting
from allies.answers.details import Choice, Choices
from allies.answers.forms import Words
from allies.answers.models import Quotation
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
    theirs: str  # what somebody else has chosen for it meanwhile
    choice: Any
    own: Any
    why: Any


class DetailsForm(forms.Form):
    """Fields are named by the place of their detail, so that what was typed finds it again when others were added.

    When somebody else has saved since the form was made, it comes back with what they chose where its writer had
    changed nothing, with what she typed everywhere else, and with theirs told beside it.
    """

    seen = forms.CharField(widget=forms.HiddenInput)
    more = forms.CharField(
        label=gettext_lazy("Something else that should not be shown"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "One a line: the words as she wrote them => the words to show. Nothing after => leaves them out."
        ),
    )

    def __init__(self, data: Any, quotation: Quotation, kept: dict[str, str]) -> None:
        self.choices, self.state = Choices.loaded(quotation.choices), quoting.state_of(quotation)
        self.by = quotation.by.pseudonym if quotation.by else ""
        self.overtaken = data is not None and data.get("seen") != self.state
        before = _stamps(data.get("seen", "")) if self.overtaken else self.choices.stamps()
        self.theirs = {at for at, stamp in self.choices.stamps().items() if before.get(at) != stamp}
        initial = _initial(self.choices) | {"seen": self.state}
        if self.overtaken:
            data = self._brought_together(data.dict(), initial, before)
        super().__init__(data, initial=initial | kept)
        for made in self.choices.made:
            at = made.detail.start
            self.fields[f"choice_{at}"] = forms.ChoiceField(
                label=_("Show instead"), choices=_ways(made.detail), widget=forms.RadioSelect
            )
            self.fields[f"own_{at}"] = forms.CharField(
                label=_("Your own words"), required=False, max_length=LONGEST, strip=True
            )
            self.fields[f"why_{at}"] = forms.CharField(
                label=_("Why it may stay"), required=False, max_length=LONGEST, strip=True
            )

    def _brought_together(self, typed: dict[str, str], now: dict[str, str], before: dict[int, str]) -> dict[str, str]:
        for made in self.choices.made:
            at = made.detail.start
            names = [f"choice_{at}", f"own_{at}", f"why_{at}"]
            hers = [typed.get(name, "") for name in names]
            if names[0] not in typed or (at in before and not _touched(made.detail, hers, before[at])):
                typed |= {name: now[name] for name in names}
        return typed | {"seen": self.state}

    def rows(self) -> Iterator[Row]:
        for made in self.choices.made:
            at = made.detail.start
            place = self.choices.source[at : made.detail.end]
            theirs = _said(made) if at in self.theirs else ""
            fields = (self[f"{name}_{at}"] for name in ("choice", "own", "why"))
            yield Row(place, made.detail.kind, made.detail.reason, theirs, *fields)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if self.overtaken:
            self.add_error(None, _overtaken(self.by))
        made = [self._made(each.detail.start, each.detail, given) for each in self.choices.made]
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
        return _choice(detail, way, own, why)

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


def _overtaken(by: str) -> str:
    if by:
        return _(
            "%(name)s saved other choices meanwhile. Yours are all here: look at what changed, and keep them again."
        ) % {"name": by}
    return _("Somebody saved other choices meanwhile. Yours are all here: look at what changed, and keep them again.")


def _choice(detail: Detail, way: str, own: str, why: str) -> Choice:
    if way == LEAVE:
        return Choice(detail, None, why)
    return Choice(detail, own if way == OWN else detail.proposals[int(way)] if way else "", why)


def _stamps(seen: str) -> dict[int, str]:
    try:
        return {int(at): str(stamp) for at, stamp in json.loads(seen)[1].items()}
    except (ValueError, TypeError, LookupError, AttributeError):
        return {}


def _touched(detail: Detail, typed: list[str], before: str) -> bool:
    """Whether its writer has chosen something else than what stood there when she opened the page."""
    way, own, why = (each.strip() for each in typed)
    if way not in dict(_ways(detail)) or (own and way != OWN):
        return True
    return _choice(detail, way, own, why).stamp != before


def _said(made: Choice) -> str:
    return _("left as it is: %(why)s") % {"why": made.why} if made.words is None else made.words or _("(left out)")


def _ways(detail: Detail) -> list[tuple[str, str]]:
    proposed = [(str(at), words or _("(left out)")) for at, words in enumerate(detail.proposals)]
    return [*proposed, (OWN, _("My own words")), (LEAVE, _("Leave it as it is"))]


def _initial(choices: Choices) -> dict[str, str]:
    found: dict[str, str] = {}
    for made in choices.made:
        at, proposed = made.detail.start, made.words in made.detail.proposals
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
