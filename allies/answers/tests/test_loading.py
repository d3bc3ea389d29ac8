from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from allies.answers.loading import load_answers, load_topics, read_answers
from allies.answers.models import AnswerPage, Comment, Topic
from allies.answers.testing import edition, make_answers
from allies.lib.source import SourceError
from allies.programme.testing import make_lesson, make_module
from allies.testing import MemberTestCase

ANSWER = """---
id: demo/coin
slug: coin
title: He has a coin
summary: HarborLight asks.
asked_by: HarborLight
asked: My son came in.
author: Sam
days_ago: 2
public: true
topics: [rewards]
pointers: [tea/water]
comments:
  - by: alice
    days_ago: 1
    text: I know that.
    replies:
      - {by: bob, days_ago: 0.5, text: So do I.}
---
Step back now.
"""


class LoadingAnswers(MemberTestCase):
    def setUp(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        make_lesson(make_module(slug="tea"), code="tea/water", title="Warm water")
        Topic.objects.create(name="Rewards", slug="rewards")

    def load(self, text: str = ANSWER) -> dict[str, int]:
        (self.folder / "01-coin.md").write_text(text)
        return dict(load_answers(self.folder, make_answers(), now=timezone.now()))

    def test_makes_the_answer_with_its_comments_in_their_time(self) -> None:
        assert self.load() == {"answers": 1, "comments": 2}
        page = AnswerPage.objects.get()
        found = edition(page)
        assert (found.author_name, found.public, found.comment_count) == ("sam", True, 2)
        assert "Warm water" in found.html
        first, reply = Comment.objects.order_by("written_at")
        assert (first.author, reply.author, reply.parent) == (self.alice, self.bob, first)
        assert (timezone.now() - first.written_at).days == 1

    def test_twice_is_once(self) -> None:
        self.load()
        assert self.load() == {}
        assert Comment.objects.count() == 2

    def test_refuses_with_line_and_reason_and_makes_nothing(self) -> None:
        for old, new, line, reason in (
            ("author: Sam", "author: Nobody", 8, "nobody is called “Nobody”"),
            ("by: alice", "by: nobody", 13, "nobody is called “nobody”"),
            ("[rewards]", "[rewards, sleep]", 11, "“topics” names one that is not"),
            ("[tea/water]", "[tea/milk]", 12, "no lesson or module has the id “tea/milk”"),
            ("public: true", "public: perhaps", 10, "“public” is true or false"),
            ("days_ago: 2", "days_ago: soon", 10, "“days_ago” a number"),
            ("comments:", "remarks:", 13, "“remarks” is not a key here"),
            ("text: I know that.", "words: I know that.", 13, "each of “comments”"),
            ("text: So do I.", "text: 3", 13, "each of “comments”"),
            ("asked_by: HarborLight", "asked_by: [a]", 6, "“asked_by” must be text"),
        ):
            with pytest.raises(SourceError) as caught:
                self.load(ANSWER.replace(old, new))
            assert (caught.value.line, reason in caught.value.reason) == (line, True), caught.value
        assert not AnswerPage.objects.exists()
        assert not Comment.objects.exists()

    def test_topics(self) -> None:
        path = self.folder / "topics.yaml"
        path.write_text("- {slug: sleep, name: Sleep}\n- {slug: rewards, name: Rewarding}\n")
        assert load_topics(path) == load_topics(path) == 2
        assert set(Topic.objects.values_list("slug", "name")) == {("sleep", "Sleep"), ("rewards", "Rewarding")}
        for text in ("slug: sleep\n", "- sleep\n", "- {slug: sleep}\n"):
            path.write_text(text)
            with pytest.raises(SourceError, match="is a list of topics"):
                load_topics(path)

    def test_the_twelve_that_are_shipped_can_be_read(self) -> None:
        assert len(read_answers(settings.CONTENT / "demo" / "answers")) == 12
