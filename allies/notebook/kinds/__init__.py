"""All kinds of entries, in the order in which a member finds them. A new kind is one description more."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from allies.notebook.kinds.asking import REQUEST
from allies.notebook.kinds.doing import BOUNDARY, CUSHION, REWARD
from allies.notebook.kinds.happens import ACTIVITY, OBSERVATION
from allies.notebook.kinds.kind import Kind
from allies.notebook.kinds.me import GOAL, JOURNAL, LIFE, MOMENT, SUPPORTER
from allies.notebook.kinds.readiness import READINESS
from allies.notebook.kinds.safety import SAFETY
from allies.notebook.kinds.them import OPENING

GROUPS: tuple[tuple[str, Any], ...] = (
    ("happens", _("What happens")),
    ("ready", _("For the hard moment")),
    ("doing", _("What I do")),
    ("them", _("For them")),
    ("me", _("For me")),
)
_ALL = (
    OBSERVATION, ACTIVITY, REWARD, BOUNDARY, CUSHION, REQUEST, OPENING, SAFETY, READINESS, MOMENT,
    JOURNAL, LIFE, GOAL, SUPPORTER,
)  # fmt: skip
KINDS: dict[str, Kind] = {str(kind.name): kind for kind in _ALL}
AT: dict[str, Kind] = {kind.slug: kind for kind in _ALL}
