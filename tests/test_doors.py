"""What a door says when it cannot open: one plain sentence, no traceback, and an exit code that scripts can see."""

from __future__ import annotations

import ast
import re
import socket
import sqlite3
import sys
from pathlib import Path

import pytest

from tests.doors import ALLIES, SERVE, refusal
from tests.project import ROOT


def database_of_tomorrow(folder: Path) -> None:
    with sqlite3.connect(folder / "allies.sqlite3") as database:
        database.execute("CREATE TABLE django_migrations (id INTEGER PRIMARY KEY, app TEXT, name TEXT, applied TEXT)")
        database.execute("INSERT INTO django_migrations VALUES (1, 'answers', '9999_tomorrow', '2099-01-01')")
    database.close()


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        said = refusal([*ALLIES, "serve", "--port", port], ALLIES_DATA=str(tmp_path))
    assert said == f"Port {port} is taken by another program. Choose another one with --port."
    assert list(tmp_path.iterdir()) == []  # nothing was begun


@pytest.mark.parametrize("port", ["eighty", "0", "65536", "-1", "80.5"])
def test_a_port_that_is_none(port: str, tmp_path: Path) -> None:
    said = refusal([*ALLIES, "serve", f"--port={port}"], ALLIES_DATA=str(tmp_path))
    assert f"a port is a number from 1 to 65535, not “{port}”" in said


@pytest.mark.parametrize("command", [SERVE, [*ALLIES, "serve", "--port=0"], [*ALLIES, "prepare"]], ids=" ".join)
def test_a_data_folder_that_cannot_be_written(command: list[str], tmp_path: Path) -> None:
    (tmp_path / "file").touch()  # a folder below a file: not even root can make it
    if "--port=0" in command:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            command = [*command[:-1], f"--port={free.getsockname()[1]}"]
    said = refusal(command, ALLIES_DATA=str(tmp_path / "file" / "data"))
    assert str(tmp_path / "file" / "data") in said
    assert re.search(r"cannot (read or )?write", said)


def test_a_python_that_is_too_old() -> None:
    code = "import sys; sys.version_info = (3, 9, 2); sys.path.insert(0, 'bin'); import _house; _house.check_python()"
    assert refusal([sys.executable, "-c", code]) == "Allies needs Python 3.11 or newer, and python3 here is 3.9.2."


@pytest.mark.parametrize("door", ["_house.py", "serve", "test", "check"])
def test_an_old_python_can_read_the_refusal(door: str) -> None:
    ast.parse((ROOT / "bin" / door).read_text(), feature_version=(3, 6))


@pytest.mark.parametrize("door", ["serve", "test", "check"])
def test_a_python_without_venv(door: str, tmp_path: Path) -> None:
    (tmp_path / "ensurepip.py").write_text("raise ImportError('taken out')\n")
    said = refusal(
        [sys.executable, str(ROOT / "bin" / door)], PYTHONPATH=str(tmp_path), ALLIES_DATA=str(tmp_path / "data")
    )
    assert said == "Python's venv module is missing here; on Debian and Ubuntu: apt-get install python3-venv"


@pytest.mark.parametrize("command", ["serve", "prepare"])
def test_a_database_newer_than_the_code(command: str, tmp_path: Path) -> None:
    database_of_tomorrow(tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = ["--port", str(free.getsockname()[1])] if command == "serve" else []
    said = refusal([*ALLIES, command, *port], ALLIES_DATA=str(tmp_path))
    assert said.startswith("The database is newer than this code (it knows answers.9999_tomorrow).")
    with sqlite3.connect(tmp_path / "allies.sqlite3") as database:
        assert database.execute("SELECT name FROM sqlite_master").fetchall() == [("django_migrations",)]
    database.close()
