"""What stands in front of the server in production: takes TLS and plain HTTP on one port and says which it was.

nginx does this for an operator; here it is done in a few lines, so that nothing has to be installed. For requests
without a body only.
"""

from __future__ import annotations

import datetime
import ipaddress
import socket
import socketserver
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

TLS_BEGINS = b"\x16"


def make_certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for localhost that lives a day, and its key."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.datetime.now(datetime.UTC)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    names = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    builder = builder.not_valid_before(now).not_valid_after(now + datetime.timedelta(days=1))
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    signed = builder.add_extension(x509.SubjectAlternativeName(names), critical=False).sign(key, hashes.SHA256())
    certificate, secret = folder / "localhost.pem", folder / "localhost.key"
    certificate.write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    secret.write_bytes(key.private_bytes(*form))
    return certificate, secret


class _Front(socketserver.ThreadingTCPServer):
    allow_reuse_address = daemon_threads = True

    def __init__(self, port: int, behind: int, context: ssl.SSLContext) -> None:
        super().__init__(("127.0.0.1", port), _Request)
        self.behind, self.context = behind, context


class _Request(socketserver.BaseRequestHandler):
    server: _Front

    def handle(self) -> None:
        connection: Any = self.request
        scheme = b"http"
        with suppress(OSError):
            if connection.recv(1, socket.MSG_PEEK) == TLS_BEGINS:
                connection, scheme = self.server.context.wrap_socket(connection, server_side=True), b"https"
            head = b""
            while b"\r\n\r\n" not in head and (part := connection.recv(65536)):
                head += part
            line, *headers = head.removesuffix(b"\r\n\r\n").split(b"\r\n")
            headers = [each for each in headers if not each.lower().startswith((b"connection:", b"x-forwarded-"))]
            headers += [b"Connection: close", b"X-Forwarded-Proto: " + scheme, b"X-Forwarded-For: 127.0.0.1"]
            with socket.create_connection(("127.0.0.1", self.server.behind), timeout=20) as server:
                server.sendall(b"\r\n".join([line, *headers, b"", b""]))
                while part := server.recv(65536):
                    connection.sendall(part)
            connection.close()


@contextmanager
def front(port: int, behind: int, certificate: Path, key: Path) -> Iterator[None]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with _Front(port, behind, context) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield
        server.shutdown()
