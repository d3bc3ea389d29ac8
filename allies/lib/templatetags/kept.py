"""Fragments of pages that are rendered once and kept, for what is the same for everybody.

    {% load kept %}{% kept answer signed_in %}<h1>{{ answer.title }}</h1>…{% endkept %}

Django takes 1 to 3 ms for the frame of a page, a kept one 0.01. A fragment sees nothing but the values that it names,
and is kept under these values and the language: it can be neither stale nor another member's. A text or a number is
kept under itself, any other thing under its `version` (a row's key with what changes whenever the row does). What has
no version, as a form that somebody has filled in, is not kept: the fragment is rendered for it each time.
"""

from __future__ import annotations

from types import NoneType
from typing import Any

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.template.context import Context
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()
PLAIN = (str, int, NoneType)
MOST = 500  # of one fragment; with more it begins anew, so that memory stays bounded


class KeptNode(template.Node):
    child_nodelists = ()  # what extends a page looks for blocks in here at every request otherwise; there are none

    def __init__(self, nodelist: NodeList, values: list[tuple[str, FilterExpression]]) -> None:
        self.nodelist = nodelist
        self.values = values
        self.kept: dict[Any, SafeString] = {}

    def render(self, context: Context) -> SafeString:
        seen = {name: value.resolve(context) for name, value in self.values}
        key: list[Any] = [get_language()]
        for value in seen.values():
            if not isinstance(value, PLAIN):
                value = getattr(value, "version", None)
                if value is None:
                    return self.nodelist.render(context.new(seen))
            key += (value.__class__, value)  # a text that is safe to show and one that is not are equal
        found = self.kept.get(tuple(key))
        if found is None:
            found = self.nodelist.render(context.new(seen))
            if len(self.kept) >= MOST:
                self.kept = {}
            self.kept[tuple(key)] = found
        return found


@register.tag
def kept(parser: Parser, token: Token) -> KeptNode:
    _tag, *names = token.split_contents()
    if not all(name.isidentifier() for name in names):
        raise template.TemplateSyntaxError("kept takes plain names, each of a value that the fragment shows.")
    values = [(name, parser.compile_filter(name)) for name in names]
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return KeptNode(nodelist, values)
