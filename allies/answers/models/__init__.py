from __future__ import annotations

from allies.answers.models.ask_policy import AskPolicy
from allies.answers.models.at_questions import Look, StockParagraph
from allies.answers.models.comments import Comment
from allies.answers.models.editions import AnswerEdition, TopicEntry
from allies.answers.models.pages import AnswerPage, AnswersIndex
from allies.answers.models.questions import Invitation, Message, Note, Question
from allies.answers.models.quotations import Consent, FollowUp, Quotation, QuotedIn, SecondReading, Turn
from allies.answers.models.readers import Draft, Follow
from allies.answers.models.topics import Topic

__all__ = [
    "AnswerEdition",
    "AnswerPage",
    "AnswersIndex",
    "AskPolicy",
    "Comment",
    "Consent",
    "Draft",
    "Follow",
    "FollowUp",
    "Invitation",
    "Look",
    "Message",
    "Note",
    "Question",
    "Quotation",
    "QuotedIn",
    "SecondReading",
    "StockParagraph",
    "Topic",
    "TopicEntry",
    "Turn",
]
