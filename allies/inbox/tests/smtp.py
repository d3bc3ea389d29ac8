"""A real mail server on this machine, which refuses or hangs up where a test wants it to."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP
from django.test import override_settings


class Server:
    """`took`: what it accepted, with the address each was for. `answers`: what it says to a recipient, if not yes."""

    def __init__(self) -> None:
        self.took: list[tuple[str, EmailMessage]] = []
        self.answers: dict[str, str] = {}
        self.at_data: Callable[[SMTP], str] | None = None

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802
        if address in self.answers:
            return self.answers[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Any, envelope: Any) -> str:  # noqa: N802
        if self.at_data:
            return self.at_data(server)
        letter = message_from_bytes(envelope.content, policy=policy.default)
        self.took.extend((address, letter) for address in envelope.rcpt_tos)  # type: ignore[misc]
        return "250 OK"


def hang_up(server: SMTP) -> str:
    assert server.transport
    server.transport.close()
    return "250 never heard"


class OnAnyPort(Controller):
    """On a port that nobody else can have taken meanwhile."""

    def _create_server(self) -> Any:
        own = socket.create_server(("127.0.0.1", 0))
        self.port = own.getsockname()[1]
        return self.loop.create_server(self._factory_invoker, sock=own)


@contextmanager
def mail_server() -> Iterator[Server]:
    server = Server()
    controller = OnAnyPort(server, hostname="127.0.0.1")
    controller.start()
    way_out = {"EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend", "EMAIL_HOST": "127.0.0.1"}
    try:
        with override_settings(**way_out, EMAIL_PORT=controller.port, DEFAULT_FROM_EMAIL="Notes <notes@example.org>"):
            yield server
    finally:
        controller.stop()
