"""Words that tell somebody who sees a letter what this site is about."""

from __future__ import annotations

import re

from django.conf import settings

_STEMS = (
    "addict", "substance", "drug", "alcohol", "recover", "rehab", "sober", "sobriety", "overdos", "naloxone", "narcan",
    "opioid", "opiate", "heroin", "cocaine", "fentanyl", "meth", "methadone", "drink", "drunk", "relaps", "detox",
    "craft", "al-anon", "alanon", "nar-anon", "12-step", "twelve step", "intervention", "treatment", "therap",
    "counsel", "family help", "families", "family support", "loved one", "support group", "helpline",
    "crisis", "allies",
)  # fmt: skip
_WHOLE = {"meth", "craft", "allies"}  # methods, crafty hands and alliances tell nothing
_TELLING = re.compile(
    "|".join(
        r"\b" + re.escape(stem).replace(r"\ ", r"\s+") + (r"s?\b" if stem in _WHOLE else r"\w*") for stem in _STEMS
    ),
    re.IGNORECASE,
)


def telling(text: str) -> list[str]:
    """The telling words in `text`, in its order; this site's own name is one of them."""
    found = [match[0] for match in _TELLING.finditer(text)]
    name = settings.SITE_NAME
    return [*found, name] if name.lower() in text.lower() and name.lower() not in map(str.lower, found) else found
