"""Nothing that a letter says on its own tells what this site is about: sender, subject, preview and every template."""

from __future__ import annotations

import pytest

from allies.inbox import neutral
from allies.inbox.models import ContactProfile
from allies.inbox.telling import telling
from allies.inbox.writing import written
from allies.testing import MemberTestCase
from tests.project import files

LETTERS = [(part, key) for part, words in neutral.SETS.items() for key in words]


@pytest.mark.parametrize(("part", "key"), LETTERS)
def test_neutral_words_tell_nothing(part: str, key: str) -> None:
    words = neutral.words(part, key)
    assert words
    assert telling(words) == []
    assert len(words) <= 60


def test_there_are_no_other_letters() -> None:
    """A template for letters would have to be held to this list: there is none."""
    assert [path for path in files("allies/templates/**/*") if "email" in path.parts or path.suffix == ".txt"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Addiction", "substance use", "his drugs", "ALCOHOL", "recovery", "rehab", "sober", "an overdose", "CRAFT",
        "family help", "Family  Help", "from Allies", "Al-Anon", "relapse", "therapy", "detox",
    ],
)  # fmt: skip
def test_telling_words_are_seen(text: str) -> None:
    assert telling(text)


@pytest.mark.parametrize("text", ["Notes", "The choir on Friday", "Method and style", "handcrafted", "Dinner?"])
def test_ordinary_words_are_left_alone(text: str) -> None:
    assert telling(text) == []


class DefaultTests(MemberTestCase):
    def test_the_default_letter_tells_nothing(self) -> None:
        from allies.inbox.models import Letter
        from allies.inbox.tests.making import NOON

        self.alice.use_email("a@example.org")
        profile = ContactProfile(member=self.alice, zone="UTC")
        letter = written(Letter(member=self.alice, due_at=NOON), profile)
        assert telling(f"{letter.from_email} {letter.subject} {letter.body}") == []
        assert "alice" not in letter.message().as_string().lower()

    def test_the_site_s_own_name_is_telling(self) -> None:
        with self.settings(SITE_NAME="River Families"):
            assert telling("A note from river families")
        with self.settings(SITE_NAME="Lantern"):
            assert telling("Lantern post") == ["Lantern"]
