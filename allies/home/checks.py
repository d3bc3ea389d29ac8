from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import Error, register

from allies.home.countries import COUNTRIES


@register()
def the_way_out_leads_away(**kwargs: Any) -> list[Error]:
    """Quick exit must land on another site, and over TLS: the address it leads to is all a watcher sees."""
    try:
        address = urlsplit(settings.EXIT_URL)
        host = address.hostname
    except ValueError:
        address, host = urlsplit(""), None
    if address.scheme != "https" or not host or address.username or re.search(r"\s", settings.EXIT_URL):
        reason = f"ALLIES_EXIT_URL is not an https address: “{settings.EXIT_URL}”."
    elif host == urlsplit(settings.ORIGIN).hostname:
        reason = "ALLIES_EXIT_URL leads back to this site."
    else:
        return []
    hint = "Name a harmless page of another site, such as https://www.weather.gov/."
    return [Error(reason, hint=hint, id="allies.E010")]


@register()
def the_country_exists(**kwargs: Any) -> list[Error]:
    if settings.COUNTRY in COUNTRIES:
        return []
    reason = f"ALLIES_COUNTRY is not a country's two letters: “{settings.COUNTRY}”."
    return [Error(reason, hint="Such as US, CA or GB.", id="allies.E011")]
