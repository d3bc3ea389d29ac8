from __future__ import annotations

from django.apps import AppConfig


class InboxConfig(AppConfig):
    name = "allies.inbox"

    def ready(self) -> None:
        from allies.accounts.backend import fetch_beside
        from allies.inbox.queries import unread_of_row

        fetch_beside("unread", unread_of_row)  # with the member, so that the count in the frame costs no query
