"""The taps of an episode, in words. Their values are those of `craft.observing`."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

STATES: Final = [("use", _("Using")), ("non_use", _("Not using")), ("unsure", _("Not sure"))]
HOURS: Final = [
    ("morning", _("Morning")),
    ("afternoon", _("Afternoon")),
    ("evening", _("Evening")),
    ("night", _("Night")),
]
PLACES: Final = [
    ("home", _("At home")),
    ("their_place", _("At their place")),
    ("out", _("Out")),
    ("work", _("At work")),
    ("car", _("In the car")),
    ("phone", _("On the phone")),
    ("elsewhere", _("Somewhere else")),
]
COMPANY: Final = [
    ("alone", _("Nobody")),
    ("me", _("Me")),
    ("partner", _("A partner")),
    ("family", _("Family")),
    ("friends", _("Friends")),
    ("colleagues", _("People from work")),
    ("others", _("Others")),
]
FEELINGS: Final = [
    ("calm", _("Calm")),
    ("happy", _("Happy")),
    ("stressed", _("Stressed")),
    ("angry", _("Angry")),
    ("sad", _("Sad")),
    ("anxious", _("Anxious")),
    ("bored", _("Bored")),
    ("lonely", _("Lonely")),
    ("unwell", _("Unwell")),
]
MY_ACTS: Final = [
    ("praised", _("Said something kind")),
    ("gave_reward", _("Gave a small reward")),
    ("spent_time", _("Spent time together")),
    ("listened", _("Listened")),
    ("asked_calmly", _("Asked calmly")),
    ("stayed_calm", _("Stayed calm")),
    ("kept_boundary", _("Kept my boundary")),
    ("stepped_away", _("Stepped away")),
    ("let_it_follow", _("Let what follows follow")),
    ("argued", _("Argued")),
    ("pleaded", _("Pleaded")),
    ("covered", _("Covered for them")),
    ("gave_money", _("Gave money")),
    ("did_nothing", _("Nothing")),
]
FOLLOWED: Final = [
    ("good_time", _("A good time")),
    ("talked", _("We talked")),
    ("thanked", _("Thanks")),
    ("helped", _("They helped")),
    ("kept_going", _("They kept at it")),
    ("used_less", _("They used less")),
    ("stopped", _("They stopped")),
    ("left", _("They left")),
    ("slept", _("They slept")),
    ("argument", _("An argument")),
    ("used_more", _("They used more")),
    ("wish", _("They wished for change")),
    ("dip", _("A low, honest moment")),
    ("nothing", _("Nothing special")),
]
