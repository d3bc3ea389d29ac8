"""Making the tree of pages that every site starts with, and writing the plain pages' editions."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from wagtail.models import Page, Site

from allies.answers.publishing import answers_index
from allies.home.desk import open_desk
from allies.home.models import PlainEdition, PlainPage, Root
from allies.lib.edition import minutes_to_read
from allies.programme.actions import learn_index


@transaction.atomic
def prepare_site() -> Root:
    """The hidden root with the rooms' index pages under it, made when missing. Returns the root."""
    top = Page.get_first_root_node() or Page.add_root(instance=Page(title="Root", slug="root"))
    root = Root.objects.first() or top.add_child(instance=Root(title=settings.SITE_NAME, slug="site"))
    host, _colon, port = settings.ORIGIN.split("://")[-1].split("/")[0].partition(":")
    place = {"hostname": host, "port": int(port or (443 if settings.SECURE else 80)), "site_name": settings.SITE_NAME}
    Site.objects.update_or_create(is_default_site=True, defaults={"root_page": root, **place})
    for page in top.get_children().exclude(pk=root.pk).filter(slug="home", url_path="/home/", depth=2):
        if not page.get_children().exists():  # the greeting page that a fresh Wagtail brings
            page.delete()
    open_desk(root, [learn_index(root), answers_index(root)])
    root.refresh_from_db()
    return root


def plain_edition(page: PlainPage) -> PlainEdition:
    """The page as readers would see it, unsaved: `write_edition` keeps it, a preview shows it."""
    edition = PlainEdition.objects.filter(page=page).first() or PlainEdition(page=page)
    edition.slug, edition.version, edition.title, edition.summary = page.slug, page.version, page.title, page.summary
    edition.html = page.body.render_as_block()
    edition.minutes = minutes_to_read(edition.html)
    return edition


@transaction.atomic
def write_edition(page: PlainPage) -> None:
    """Make what readers see the page's live version; a page that is not live has none."""
    if page.live:
        plain_edition(page).save()
    else:
        PlainEdition.objects.filter(page=page).delete()
