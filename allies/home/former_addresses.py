"""A published page that moves leaves word of where it went."""

from __future__ import annotations

from typing import Any

from wagtail.models import Page

from allies.home.models import FormerAddress


def keep_after_rename(instance: Page, instance_before: Page, **rest: Any) -> None:
    _keep(instance, before=_address_at(instance_before.url_path))


def keep_after_move(instance: Page, url_path_before: str, url_path_after: str, **rest: Any) -> None:
    if url_path_before != url_path_after:
        _keep(instance, before=_address_at(url_path_before))


def forget_told(page: Page, runs: Any) -> None:
    """Former addresses in which the words of `runs` stand: their asker has taken them back."""
    for former in FormerAddress.objects.filter(page=page.pk):
        if runs.out_of(former.address) != former.address:
            former.delete()


def new_address(old: str) -> str | None:
    """Where the page that stood at `old` is now; None when nothing live did."""
    if "\x00" in old:  # PostgreSQL refuses to be asked about it
        return None
    found = FormerAddress.objects.filter(address=old, page__live=True).select_related("page").first()
    page = found.page.specific if found else None
    return page.address if page and page.address != old else None


def _keep(page: Page, *, before: str) -> None:
    """Remember the address of `page` and of every page under it, as they were."""
    now = _address_at(page.url_path)
    for each in Page.objects.descendant_of(page, inclusive=True).live():
        old = before + _address_at(each.url_path).removeprefix(now)
        FormerAddress.objects.update_or_create(address=old, defaults={"page": each})


def _address_at(url_path: str) -> str:
    """Readers' addresses are the tree's, without its hidden root."""
    return "/" + url_path.strip("/").partition("/")[2] + "/"
