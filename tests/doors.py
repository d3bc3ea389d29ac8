"""Running the doors as a shell would."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.project import ROOT

ALLIES = [sys.executable, "-m", "allies.cli"]
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
