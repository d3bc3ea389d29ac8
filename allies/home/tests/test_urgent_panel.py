"""What stands in the panel and beside it, whatever room's template shows it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.messages.storage.base import Message
from django.template import Context, Template
from django.test import TestCase

from allies.accounts.models import Member
from allies.home.loading import load_helplines
from allies.language import Finding
from allies.lib.urgent_help import ORDER


def danger(key: str, severity: str = "urgent") -> Finding:
    return Finding("crisis", 0, 4, key, severity, "Someone may be in danger.")


WORD = Finding("stigma", 0, 4, "", "mild", "It is only a word.", ("another",))


class UrgentPanel(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        load_helplines(settings.CONTENT / "helplines.toml")

    def shown(self, tag: str, **context: Any) -> str:
        return Template("{% load urgent %}{% " + tag + " %}").render(Context(context))

    def test_an_overdose_shows_the_steps_now(self) -> None:
        panel = self.shown("urgent_help findings", findings=[WORD, danger("overdose")])
        call, steps, line = (
            panel.index(part) for part in ('class="call" href="tel:911"', "naloxone", "tel:18002221222")
        )
        assert call < steps < line
        assert "Someone may be in danger now" in panel
        assert "nobody else sees this panel" in panel

    def test_other_dangers_show_their_number_before_what_to_do(self) -> None:
        for key, number in (("suicide", "sms:988"), ("violence", "tel:18007997233"), ("child", "tel:18004224453")):
            panel = self.shown("urgent_help findings", findings=[danger(key)])
            assert panel.index("tel:911") < panel.index(number), key
            assert panel.index(number) < panel.rindex("911"), key

    def test_violence_tells_how_to_cover_the_page(self) -> None:
        assert "Leave this page" in self.shown("urgent_help findings", findings=[danger("violence")])
        assert "Leave this page" not in self.shown("urgent_help findings", findings=[danger("suicide")])

    def test_several_dangers_stand_in_the_order_of_the_safety_rules(self) -> None:
        panel = self.shown("urgent_help findings", findings=[danger(key) for key in reversed(ORDER)])
        titles = ["taken too much", "want to die", "afraid of someone", "A child is in danger"]
        places = [panel.index(title) for title in titles]
        assert places == sorted(places)
        assert 'data-urgent="emergency overdose suicide violence child"' in panel

    def test_a_worry_is_said_more_calmly_with_the_same_help(self) -> None:
        panel = self.shown("urgent_help findings", findings=[danger("suicide", "concern")])
        assert "urgent-panel calm" in panel
        assert "Someone may be in danger now" not in panel
        assert "tel:911" in panel
        assert "tel:988" in panel

    def test_another_country_shows_its_own_numbers(self) -> None:
        with self.settings(COUNTRY="GB"):
            panel = self.shown("urgent_help findings", findings=[danger("suicide")])
        assert "tel:999" in panel
        assert "tel:911" not in panel

    def test_words_without_danger_ask_the_database_nothing(self) -> None:
        with self.assertNumQueries(0):
            for findings in ([], [WORD], ""):
                assert self.shown("urgent_help findings", findings=findings).strip() == ""
            assert self.shown("urgent_help nothing").strip() == ""
            assert self.shown("noticed text nothing", text="word").strip() == ""

    def test_no_thought_stands_beside_danger(self) -> None:
        both = {"text": "word", "findings": [WORD, danger("suicide")]}
        assert self.shown("noticed text findings", **both).strip() == ""
        assert "only a word" in self.shown("noticed text findings", text="word", findings=[WORD])

    def test_without_a_script_there_are_no_buttons(self) -> None:
        shown = self.shown("noticed text findings", text="word", findings=[WORD])
        assert "<button" not in shown
        assert "You could write: “another”" in " ".join(shown.split())

    def test_what_somebody_wrote_is_never_markup(self) -> None:
        text = "<b>x</b><script>"
        shown = self.shown(
            "noticed text findings tools=True", text=text, findings=[Finding("stigma", 0, 16, "", "mild", "<i>")]
        )
        assert "<b>" not in shown
        assert "<i>" not in shown
        assert "<script" not in shown

    def test_a_message_that_is_none_of_ours_shows_nothing(self) -> None:
        for words, tags in (
            ("suicide", ""),
            ("nothing known", "urgent-help for-7"),
            ("suicide", "for-7 c1"),
            ("suicide", "urgent-help for-8 c1"),
            ("suicide", "urgent-help for-None"),
        ):
            message = Message(20, words, extra_tags=tags)
            assert self.shown("urgent_help_after message", message=message, user=Member(pk=7)).strip() == ""
        message = Message(20, "suicide", extra_tags="urgent-help for-7 urgent c1")
        assert "want to die" in self.shown("urgent_help_after message", message=message, user=Member(pk=7))
