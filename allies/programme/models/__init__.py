from __future__ import annotations

from allies.programme.models.editions import LessonEdition, ModuleEdition
from allies.programme.models.pages import LearnIndex, LessonPage, ModulePage
from allies.programme.models.progress import Completion, LastLesson, WatchedTo
from allies.programme.models.recordings import Recording

__all__ = [
    "Completion",
    "LastLesson",
    "LearnIndex",
    "LessonEdition",
    "LessonPage",
    "ModuleEdition",
    "ModulePage",
    "Recording",
    "WatchedTo",
]
