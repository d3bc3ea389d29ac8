"""A browser's description of itself, in the few words by which its owner knows it. Pure."""

from __future__ import annotations

from django.utils.translation import gettext

_BROWSERS = (  # the first that is found: later ones hide behind the names of earlier ones
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("FxiOS", "Firefox"),
    ("Firefox", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)


def describe(user_agent: str) -> str:
    """“Firefox on an Android phone”. Unknown parts are said to be unknown."""
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), gettext("A browser"))
    return gettext("%(browser)s on %(machine)s") % {"browser": browser, "machine": _machine(user_agent)}


def _machine(user_agent: str) -> str:
    machines = (
        ("iPhone", gettext("an iPhone")),
        ("iPad", gettext("an iPad")),
        ("Android", gettext("an Android phone") if "Mobile" in user_agent else gettext("an Android tablet")),
        ("CrOS", gettext("a Chromebook")),
        ("Windows", gettext("a Windows computer")),
        ("Macintosh", gettext("a Mac")),
        ("Linux", gettext("a Linux computer")),
    )
    return next((name for mark, name in machines if mark in user_agent), gettext("a device we do not know"))
