"""What tests of the notebook do again and again: open a form, and send it as a browser would."""

from __future__ import annotations

import re
from typing import Any

from django.test import Client

CANARY = "the kettle sang at half past three"


def begun(client: Client, slug: str, way: str = "new") -> str:
    """The address of an empty form."""
    return str(client.get(f"/notes/{slug}/{way}/")["Location"])


def hidden(client: Client, address: str) -> dict[str, str]:
    """The marks of the form that stands there."""
    page = client.get(address).content.decode()
    found = dict(re.findall(r'<input type="hidden" name="(opened|new|form|whose)" value="([^"]*)"', page))
    assert "opened" in found, address
    return found


def write(client: Client, slug: str, given: dict[str, Any], way: str = "new") -> str:
    """Write a new entry; the address at which it stands."""
    address = begun(client, slug, way)
    response = client.post(address, hidden(client, address) | given)
    assert response.status_code == 302, response.content.decode()
    return address.removesuffix("new/").removesuffix("quick/")
