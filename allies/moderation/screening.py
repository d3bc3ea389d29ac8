"""What becomes of a comment: does it go live, is its writer asked once more, or does a moderator look first?

Pure: findings, facts and the site's policy in, a verdict out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from allies.language import Finding
from allies.lib.urgent_help import is_urgent, keys_of
from allies.moderation.models.cases import Why
from allies.moderation.models.policy import OnFinding

# What could hurt most is looked at first.
URGENT, CRISIS, DANGER, DISRESPECT, IDENTITY, OTHER, NEWCOMER = 90, 80, 70, 60, 50, 30, 10
WEIGHTS = {
    Why.CRISIS: CRISIS,
    Why.DISRESPECT: DISRESPECT,
    Why.IDENTITY: IDENTITY,
    Why.NEWCOMER: NEWCOMER,
}


class Rules(Protocol):
    """The part of a `Policy` that screening reads."""

    on_disrespect: str
    on_identity: str
    on_crisis: str
    alert_on_crisis: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about a comment and its writer beside the words.

    `newcomer`   one of the first that their writer posts.
    `link`       holds a link, and its writer is new here.
    `repeated`   the same words by the same writer a few days before.
    `confirmed`  the writer was asked once more about these very words, and keeps them.
    """

    newcomer: bool = False
    link: bool = False
    repeated: bool = False
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """`asks`: nothing is posted yet. `waits`: only its writer and moderators see it. Neither: it goes live.

    `keys`: urgent-help keys, the gravest first. `alerts`: whoever is on duty is called.
    """

    why: tuple[str, ...] = ()
    waits: bool = False
    asks: bool = False
    keys: tuple[str, ...] = ()
    urgent: bool = False
    alerts: bool = False

    @property
    def weight(self) -> int:
        return weight_of(self.why, urgent=self.urgent)


LIVE = Verdict()


def weight_of(why: Iterable[str], *, urgent: bool = False) -> int:
    heaviest = max((WEIGHTS.get(Why(key), OTHER) for key in why), default=0)
    return URGENT if urgent and heaviest == CRISIS else heaviest


def screen(findings: list[Finding], facts: Facts, policy: Rules) -> Verdict:
    """What a moderator has to look at first stands in `why`, in the order of what could hurt most."""
    kinds = {found.kind for found in findings if found.kind != "identity" or found.severity == "direct"}
    rules = {
        Why.CRISIS: policy.on_crisis if "crisis" in kinds else OnFinding.LIVE,
        Why.DISRESPECT: policy.on_disrespect if "disrespect" in kinds else OnFinding.LIVE,
        Why.IDENTITY: policy.on_identity if "identity" in kinds else OnFinding.LIVE,
        Why.LINK: OnFinding.WAIT if facts.link else OnFinding.LIVE,
        Why.REPEATED: OnFinding.WAIT if facts.repeated else OnFinding.LIVE,
        Why.NEWCOMER: OnFinding.WAIT if facts.newcomer else OnFinding.LIVE,
    }
    waiting = any(rule != OnFinding.LIVE for rule in rules.values())
    # What waits for another reason and tells of danger is looked at first, also where danger alone would not wait.
    why = tuple(
        str(key)
        for key, rule in rules.items()
        if rule != OnFinding.LIVE or (waiting and key == Why.CRISIS and "crisis" in kinds)
    )
    asks = OnFinding.ASK in rules.values() and not facts.confirmed
    keys = tuple(keys_of(findings))
    return Verdict(
        why=why,
        waits=bool(why) and not asks,
        asks=asks,
        keys=keys,
        urgent=is_urgent(findings),
        alerts=bool(keys) and policy.alert_on_crisis,
    )
