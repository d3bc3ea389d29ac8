"""The demo: an invented cast, twelve answers with comments, a desk, questions, a clip. Never in a real site."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections import Counter
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from allies.answers.loading import load_answers, load_topics
from allies.answers.models import AnswersIndex
from allies.home.demo_cast import PASSPHRASE, load_cast
from allies.home.demo_desk import load_desk
from allies.home.demo_notebook import load_notebook
from allies.home.demo_questions import load_questions
from allies.lib.source import SourceError
from allies.programme.loading import put_lesson, read_lesson
from allies.programme.models import ModulePage

SECONDS = 24


@transaction.atomic
def load_demo(folder: Path) -> tuple[Counter[str], str]:
    """Load the demo story in `folder`. Returns what was made, and a sentence when the clip had to be left out."""
    done: Counter[str] = Counter(people=load_cast(folder / "cast.yaml"), topics=load_topics(folder / "topics.yaml"))
    done += load_answers(folder / "answers", AnswersIndex.objects.get(), now=timezone.now())
    done += load_questions(folder / "questions.yaml", timezone.now())
    done += load_notebook(folder / "notebook.yaml", timezone.now())
    done += load_desk(folder / "desk.yaml", timezone.now())
    left_out = ""
    for path in sorted((folder / "lessons").glob("*/*.md")):
        module = ModulePage.objects.filter(code=path.parent.name).first()
        if module is None:
            raise SourceError(path, 1, f"no module has the id “{path.parent.name}”")
        with tempfile.TemporaryDirectory() as media:
            left_out = make_clip(Path(media) / path.stem)
            if left_out:
                continue
            shutil.copy(path.with_suffix(".vtt"), media)
            put_lesson(read_lesson(path, Path(media)), module)
            done["clips"] += 1
    return done, left_out


def sign_in_notes() -> str:
    """What `allies serve` prints at every start of a demo."""
    return (
        f"Demo sign-ins, all with the passphrase “{PASSPHRASE}”:\n"
        "  Alice, Bob, HarborLight   members\n"
        "  Vera                      volunteer moderator\n"
        "  Sam                       staff writer\n"
        "  Rhea                      second reader\n"
        "  Edda                      editor\n"
        "  Odile                     operator\n"
        "Staff and moderators are asked for a code too: .venv/bin/allies demo-code Sam\n"
    )


def make_clip(stem: Path) -> str:
    """Draw the breathing clip and its poster with ffmpeg beside `stem`; a sentence when that cannot be done."""
    program = shutil.which("ffmpeg")
    if not program:
        return "ffmpeg is not installed, so the demo has no sample clip (on Debian: apt-get install ffmpeg)."
    glow = "clip((19+13*sin(2*PI*T/8-PI/2)-hypot(X-W/2,Y-H/2))/7,0,1)"  # a soft disc that grows for 4 s and fades for 4
    channels = ":".join(
        f"{name}='{night}+{lamp - night}*{glow}'"
        for name, night, lamp in (("r", 24, 233), ("g", 32, 177), ("b", 44, 104))
    )
    picture = f"color=c=black:s=160x90:r=8:d={SECONDS},format=gbrp,geq={channels},scale=640:360:flags=bicubic"
    sound = f"sine=frequency=174:duration={SECONDS},volume=0.04,afade=t=in:d=3,afade=t=out:st={SECONDS - 3}:d=3"
    film = [
        "-f",
        "lavfi",
        "-i",
        picture,
        "-f",
        "lavfi",
        "-i",
        sound,
        "-c:v",
        "libx264",
        "-pix_fmt",
        "yuv420p",
        "-crf",
        "30",
    ]
    quiet = [program, "-nostdin", "-loglevel", "error", "-y"]
    for command in (
        [*quiet, *film, "-c:a", "aac", "-b:a", "48k", "-movflags", "+faststart", f"{stem}.mp4"],
        [*quiet, "-ss", "4", "-i", f"{stem}.mp4", "-frames:v", "1", f"{stem}.jpg"],
    ):
        ran = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own words alone
        if ran.returncode:
            return (
                f"ffmpeg could not draw the sample clip, so the demo has none: {ran.stderr.strip().splitlines()[-1:]}"
            )
    return ""
