from allies.notebook.models.entry import FORMAT, Entry, EntryQuerySet, Given, KindName, Noted
from allies.notebook.models.share import Share

__all__ = ["FORMAT", "Entry", "EntryQuerySet", "Given", "KindName", "Noted", "Share"]
