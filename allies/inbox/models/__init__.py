from __future__ import annotations

from allies.inbox.models.letters import Letter, Occasion
from allies.inbox.models.notices import Kind, Notice
from allies.inbox.models.profiles import Channel, ContactProfile, Rhythm, Stopped

__all__ = ["Channel", "ContactProfile", "Kind", "Letter", "Notice", "Occasion", "Rhythm", "Stopped"]
