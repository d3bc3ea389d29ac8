from __future__ import annotations

from allies.answers.models.comments import Comment
from allies.answers.models.editions import AnswerEdition, TopicEntry
from allies.answers.models.pages import AnswerPage, AnswersIndex
from allies.answers.models.questions import Message, Note, Question
from allies.answers.models.quotations import Consent, FollowUp, Quotation, QuotedIn, SecondReading, Turn
from allies.answers.models.readers import Draft, Follow
from allies.answers.models.topics import Topic

__all__ = [
    "AnswerEdition",
    "AnswerPage",
    "AnswersIndex",
    "Comment",
    "Consent",
    "Draft",
    "Follow",
    "FollowUp",
    "Message",
    "Note",
    "Question",
    "Quotation",
    "QuotedIn",
    "SecondReading",
    "Topic",
    "TopicEntry",
    "Turn",
]
