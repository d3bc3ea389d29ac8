"""Running the doors, the commands and whole programs as a shell would."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.project import ROOT

ALLIES = [sys.executable, "-m", "allies.cli"]
NEW_DATABASE = """
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
call_command("createcachetable")
"""
SERVE = [sys.executable, str(ROOT / "bin" / "serve")]


def run(command: list[str], **settings: str) -> subprocess.CompletedProcess[str]:
    plain = {
        key: value for key, value in os.environ.items() if not key.startswith(("ALLIES_", "DJANGO_", "PYTEST", "COV"))
    }
    return subprocess.run(
        command, cwd=ROOT, env=plain | settings, capture_output=True, text=True, timeout=120, check=False
    )


def refusal(command: list[str], **settings: str) -> str:
    """The one sentence with which `command` refuses."""
    ran = run(command, **settings)
    assert ran.returncode != 0, ran.stdout
    assert "Traceback" not in ran.stdout + ran.stderr
    lines = ran.stderr.strip().splitlines()
    assert len(lines) == 1, ran.stderr
    return lines[0]


def fed(command: str, file: str, given: bytes | str = b"") -> tuple[int, str, str]:
    """`allies command file`, with `given` at its standard input: the exit code, and what it wrote."""
    sent = given.encode() if isinstance(given, str) else given
    ran = subprocess.run([*ALLIES, command, file], input=sent, capture_output=True, timeout=60, check=False)
    assert b"Traceback" not in ran.stderr
    return ran.returncode, ran.stdout.decode(), ran.stderr.decode()


def on_a_file(script: str, folder: Path) -> list[str]:
    """The lines that `script` prints with a new SQLite database in `folder`: a test's own is in memory."""
    given = {name: value for name, value in os.environ.items() if not name.startswith("ALLIES_")}
    given |= {"ALLIES_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "allies.settings"}
    command = [sys.executable, "-c", NEW_DATABASE + script]
    ran = subprocess.run(command, cwd=ROOT, env=given, capture_output=True, text=True, timeout=240, check=False)
    assert ran.returncode == 0, ran.stderr[-3000:]
    return ran.stdout.splitlines()
