"""Topics, recordings and help lines, as lists of their own at the desk."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from allies.answers.models import Topic
from allies.home.models import HelpLine
from allies.programme.models import Recording


class Topics(SnippetViewSet):
    model = Topic
    icon = "tag"
    menu_label = _("Topics")
    menu_order = 300
    add_to_admin_menu = True
    list_display = ["name", "slug"]


class Recordings(SnippetViewSet):
    model = Recording
    icon = "media"
    menu_label = _("Recordings")
    menu_order = 310
    add_to_admin_menu = True
    list_display = ["title", "kind"]


class HelpLines(SnippetViewSet):
    model = HelpLine
    icon = "warning"
    menu_label = _("Help lines")
    menu_order = 320
    add_to_admin_menu = True
    list_display = ["label", "country", "kind", "number", "text_number"]
    list_filter = ["country", "kind"]
    ordering = ["country", "place"]
