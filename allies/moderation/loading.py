"""A new site's first stock replies, from the content folder."""

from __future__ import annotations

import tomllib
from pathlib import Path

from allies.lib.source import SourceError
from allies.moderation.models import StockReply

KEYS = {"", "emergency", "overdose", "suicide", "violence", "child"}


def load_replies(path: Path) -> dict[str, int]:
    """Write the replies of the file at `path` into a site that has none. Editors' own are never touched."""
    if StockReply.objects.exists() or not path.exists():
        return {}
    replies = read_replies(path)
    StockReply.objects.bulk_create(replies)
    return {"added": len(replies)}


def read_replies(path: Path) -> list[StockReply]:
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))["reply"]
        replies = [StockReply(title=each["name"], kind=each["for"], text=each["text"].strip()) for each in entries]
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SourceError(path, 1, f"cannot be read: {error}") from error
    except (KeyError, TypeError, AttributeError):
        raise SourceError(path, 1, "holds [[reply]] tables with name, for and text") from None
    for reply in replies:
        if reply.kind not in KEYS or not 0 < len(reply.title) <= 80 or not 0 < len(reply.text) <= 2000:
            raise SourceError(path, 1, f"“{reply.title}” has an unknown kind, or is empty or too long")
    return replies
