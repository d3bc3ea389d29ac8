from __future__ import annotations

from allies.home.models import PlainEdition


def plain_edition_at(slug: str) -> PlainEdition | None:
    return PlainEdition.objects.filter(slug=slug).first()
