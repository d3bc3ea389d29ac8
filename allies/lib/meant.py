from __future__ import annotations

from django.http import HttpRequest


def is_meant(request: HttpRequest) -> bool:
    """Not when a browser only fetches ahead, nor when another site loads the address behind the reader's back."""
    headers = request.headers
    ahead = "prefetch" in f"{headers.get('Sec-Purpose', '')} {headers.get('Purpose', '')}"
    behind = headers.get("Sec-Fetch-Site") == "cross-site" and headers.get("Sec-Fetch-Mode", "navigate") != "navigate"
    return not ahead and not behind
