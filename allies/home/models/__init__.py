from __future__ import annotations

from allies.home.models.help_line import HelpLine, Kind, ShippedHelpLine
from allies.home.models.plain_page import PlainEdition, PlainPage, Root

__all__ = ["HelpLine", "Kind", "PlainEdition", "PlainPage", "Root", "ShippedHelpLine"]
