from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from allies.home.models import HelpLine


class HelpLines(SnippetViewSet):
    model = HelpLine
    icon = "warning"
    menu_label = _("Help lines")
    add_to_admin_menu = True
    list_display = ["label", "country", "kind", "number", "text_number"]
    list_filter = ["country", "kind"]
    ordering = ["country", "place"]


register_snippet(HelpLines)
