"""Words for a member, to begin with and to adapt: kind, plain, about what was written and never about who wrote it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from allies.moderation.models import Why


@dataclass(frozen=True, slots=True)
class Preset:
    key: str
    name: Any
    words: Any


REPHRASE = (
    Preset(
        "unkind",
        _("Hurting words"),
        _(
            "Thank you for writing. Some of these words could hurt somebody who reads them tonight. "
            "Could you say it once more from your own side: what you lived, and how it was for you?"
        ),
    ),
    Preset(
        "advice",
        _("Advice"),
        _(
            "Thank you for sharing this. Here we tell what we have lived and leave the deciding to each other. "
            "Could you turn “you should” into “what helped me”?"
        ),
    ),
    Preset(
        "identity",
        _("Who somebody is"),
        _(
            "Thank you for your trust. A detail in here could show somebody who you or your loved one are. "
            "Could you leave it out, or say “my son” instead?"
        ),
    ),
    Preset(
        "label",
        _("Labels"),
        _(
            "Thank you for writing. One word here names a person by the illness, and that hurts some who read it. "
            "Could you put the person first?"
        ),
    ),
)
REMOVE = (
    Preset("unkind", _("Hurting words"), _("It attacks somebody here. Our agreement asks all of us not to.")),
    Preset("identity", _("Who somebody is"), _("It shows who somebody is. That could put them in danger.")),
    Preset("selling", _("Selling"), _("It sells something or leads to another site. We keep this place free of that.")),
    Preset(
        "unsafe", _("Unsafe"), _("It tells how to do something that could cost a life. We cannot leave that standing.")
    ),
)
HIDE = (
    Preset("heated", _("Too heated"), _("This conversation began to hurt the people in it, so we closed it for now.")),
    Preset("identity", _("Who somebody is"), _("This conversation shows who somebody is, so we took it out of sight.")),
)
PAUSE = (
    Preset(
        "again",
        _("Again and again"),
        _(
            "We asked you more than once to write with more care. Please read along for a while and rest. "
            "Your lessons and notes stay open to you."
        ),
    ),
    Preset(
        "heated",
        _("Too heated"),
        _("It sounds like a very hard time. Please take a break from writing here. Urgent help stays open to you."),
    ),
)
CLOSE = (
    Preset("harm", _("Harm to others"), _("What you wrote here has put other members in danger, more than once.")),
    Preset("selling", _("Selling"), _("This account was used to sell to people who came here for help.")),
)
FITTING = {Why.DISRESPECT: "unkind", Why.IDENTITY: "identity", Why.LINK: "selling", Why.REPEATED: "selling"}


def fitting(presets: tuple[Preset, ...], why: Iterable[str], chosen: str = "") -> Preset:
    """The one that was chosen, or the first that fits why the comment is looked at, or the first."""
    known = {preset.key: preset for preset in presets}
    wanted = [chosen, *(FITTING.get(Why(key), "") for key in why if key in Why.values)]
    return next((known[key] for key in wanted if key in known), presets[0])


def begun(typed: str, words: str, known: Iterable[str]) -> str:
    """What stands in the box once `words` are chosen: alone, or below what somebody has typed there.

    `known`: all words to begin with, of which one may stand there untouched.
    """
    typed = typed.replace("\r\n", "\n").strip()
    if not typed or typed in known:
        return words
    return typed if words in typed else f"{typed}\n\n{words}"
