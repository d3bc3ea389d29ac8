"""What the notes show, in words: labels of rows, and one plain sentence for each hint. A hint, not a law; no blame."""

from __future__ import annotations

from typing import Final

from django.utils.dates import WEEKDAYS as DAY_NAMES
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from allies.craft.chance import Share
from allies.craft.patterns import WEEKDAYS, Hint
from allies.notebook.kinds import episode

Words = dict[str, str | Promise]

LABELS: Final[dict[str, Words]] = {
    "hour": dict(episode.HOURS),
    "weekday": {value: DAY_NAMES[number] for number, value in enumerate(WEEKDAYS)},
    "place": dict(episode.PLACES),
    "company": dict(episode.COMPANY),
    "feeling": dict(episode.FEELINGS),
    "act": dict(episode.MY_ACTS),
    "followed": dict(episode.FOLLOWED),
}
TITLES: Final[Words] = {
    "hour": _("By time of day"), "weekday": _("By day of the week"), "place": _("By place"),
    "company": _("By company"), "feeling": _("By how they felt before"),
}  # fmt: skip
WHEN: Final[Words] = {
    "morning": _("In the morning"), "afternoon": _("In the afternoon"), "evening": _("In the evening"),
    "night": _("At night"), "out": _("When they were out"),
    "alone": _("Alone"), "me": _("With you"), "partner": _("With a partner"), "family": _("With family"),
    "friends": _("With friends"), "colleagues": _("With people from work"), "others": _("With others"),
}  # fmt: skip
OTHERS: Final[Words] = {
    "hour": _("Other times of day"), "weekday": _("Other days"), "place": _("Other places"),
    "company": _("Other company"), "feeling": _("Other feelings"), "followed": _("After other things you did"),
}  # fmt: skip
AFTER: Final[Words] = {
    "praised": _("praise"), "gave_reward": _("a reward"), "spent_time": _("time together"),
    "listened": _("you listened"), "asked_calmly": _("you asked calmly"), "stayed_calm": _("you stayed calm"),
    "kept_boundary": _("you kept a boundary"), "stepped_away": _("you stepped away"),
}  # fmt: skip
CAME: Final[Words] = {
    "good_time": _("a good time"), "talked": _("a talk"), "thanked": _("a thank-you"), "helped": _("help from them"),
    "used_less": _("less use"), "stopped": _("an end to the use"), "wish": _("a wish to change"),
}  # fmt: skip


def label(by: str, value: str) -> str:
    return str(LABELS[by][value])


def so_many(share: Share) -> str:
    return _together(gettext("%(hits)s of %(of)s") % {"hits": share.hits, "of": share.of})


def not_enough(missing: int) -> str:
    said = ngettext("Not enough yet: %(n)s more note", "Not enough yet: %(n)s more notes", missing)
    return said % {"n": missing}


def between(share: Share) -> str:
    """The interval, in whole percent."""
    if share.interval is None:
        return not_enough(share.missing)
    low, high = (round(100 * end) for end in share.interval)
    return _together(gettext("%(low)s to %(high)s%%") % {"low": low, "high": high})


def _together(words: str) -> str:
    """Never broken between two lines."""
    return words.replace(" ", "\u00a0")


def sentence(hint: Hint) -> str:
    """One hint: how often, and how often otherwise. Where use is rarer, the good half is told."""
    if hint.by == "followed":
        told = gettext("After %(act)s came %(followed)s on %(some)s noted times. %(others)s: %(rest)s.")
        share, others = hint.share, hint.others
    elif hint.lean > 0:
        told = gettext("%(when)s there was use on %(some)s noted times. %(others)s: %(rest)s.")
        share, others = hint.share, hint.others
    else:
        told = gettext("%(when)s there was no use on %(some)s noted times. %(others)s: %(rest)s.")
        share, others = _turned(hint.share), _turned(hint.others)
    return told % {
        "when": "" if hint.by == "followed" else _when(hint),
        "act": AFTER.get(hint.act, ""),
        "followed": CAME.get(hint.value, ""),
        "some": so_many(share),
        "others": OTHERS[hint.by],
        "rest": so_many(others),
    }


def _when(hint: Hint) -> str:
    words = label(hint.by, hint.value)
    if hint.by == "weekday":
        return gettext("On a %(day)s") % {"day": words}
    if hint.by == "feeling":
        return gettext("When they felt %(feeling)s before,") % {"feeling": words.lower()}
    return str(WHEN.get(hint.value, words))


def _turned(share: Share) -> Share:
    return Share(share.of - share.hits, share.of)
