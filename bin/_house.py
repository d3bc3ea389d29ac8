"""What the three doors share: the house's own Python environment, made from the lock, and plain sentences when it cannot be.

This file runs on whatever `python3` is there, so it keeps to syntax that an old one understands.
"""

import hashlib
import os
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, "bin", "python")
NEEDS = (3, 11)


def fail(sentence):
    sys.stderr.write(sentence.rstrip() + "\n")
    sys.exit(1)


def say(sentence):
    sys.stdout.write(sentence + "\n")
    sys.stdout.flush()


def check_python():
    if sys.version_info < NEEDS:
        found = ".".join(map(str, sys.version_info[:3]))
        fail("Allies needs Python %d.%d or newer, and python3 here is %s." % (NEEDS[0], NEEDS[1], found))
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        fail("Python's venv module is missing here; on Debian and Ubuntu: apt-get install python3-venv")


def check_writable(folder):
    """That files can be made in `folder`, which is made when missing."""
    probe = os.path.join(folder, ".can-write")
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        with open(probe, "w"):
            pass
        os.remove(probe)
    except OSError as error:
        fail("Allies cannot write in %s: %s." % (folder, error.strerror))


def run(command, sentence):
    try:
        code = subprocess.call(command, cwd=ROOT)
    except OSError as error:
        code = error.strerror
    if code:
        fail(sentence)


def _fingerprint(lock):
    digest = hashlib.sha256()
    for name in (lock, "pyproject.toml"):
        with open(os.path.join(ROOT, name), "rb") as file:
            digest.update(file.read())
    return digest.hexdigest() + " " + ROOT


def _works():
    try:
        return subprocess.call([PYTHON, "-c", ""], stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def _uv():
    for place in (shutil.which("uv"), os.path.join(VENV, "bin", "uv")):
        if place and os.path.exists(place):
            return [place]
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "uv>=0.9,<1"]
    run(
        pip,
        "uv could not be installed: the package index cannot be reached, or the disk is full. Try again when it can.",
    )
    return [os.path.join(VENV, "bin", "uv")]


def make_ready(dev=False):
    """Make .venv hold what the lock says; with `dev`, what checks and tests need too. Quick when nothing has changed."""
    check_python()
    lock = "requirements-dev.lock" if dev else "requirements.lock"
    stamp = os.path.join(VENV, "made-from-" + lock)
    wanted = _fingerprint(lock)
    if os.path.exists(stamp):
        with open(stamp) as file:
            if file.read() == wanted:
                return
    check_writable(ROOT)
    if not _works():
        say("Making .venv ...")
        shutil.rmtree(VENV, ignore_errors=True)
        run(
            [sys.executable, "-m", "venv", VENV],
            "The Python environment .venv could not be made; the lines above say why.",
        )
    say("Installing from %s ..." % lock)
    install = [*_uv(), "pip", "install", "--quiet", "--python", PYTHON]
    sorry = "Installing failed; the lines above say why. Nothing else was changed: run the same command again."
    run([*install, "--compile-bytecode", "--require-hashes", "-r", lock], sorry)
    run([*install, "--no-deps", "--no-build-isolation", "--editable", "."], sorry)
    with open(stamp, "w") as file:
        file.write(wanted)
