from __future__ import annotations

from allies.home.models.former_address import FormerAddress
from allies.home.models.help_line import HelpLine, Kind, ShippedHelpLine
from allies.home.models.plain_page import PlainEdition, PlainPage, Root
from allies.home.models.second_reading import SecondReading

__all__ = ["FormerAddress", "HelpLine", "Kind", "PlainEdition", "PlainPage", "Root", "SecondReading", "ShippedHelpLine"]
