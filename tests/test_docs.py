"""The papers: links lead somewhere, versions agree, pictures are light, and nothing speaks of more than the product."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from allies.cli import RULES
from tests.project import ROOT, files, name

PAPERS = files("*.md", "docs/**/*.md", "content/README.md", "benchmarks/**/*.md")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)|<(?:img|source)[^>]*\s(?:src|srcset)=\"([^\"]+)\"|<a href=\"([^\"]+)\"")
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`[^`\n]*`")
MENTIONED = re.compile(r"`((?:allies|bin|docs|tests|content|benchmarks|\.ci)/[\w./-]*\w)`")
COMMAND = re.compile(r"(?:`|^|=)(?:[\w./-]*/)?allies ([a-z][a-z-]+)", re.MULTILINE)


@cache
def anchors(path: Path) -> set[str]:
    """The headings of a Markdown file, as links name them."""
    titles = re.findall(r"^#+ (.+)$", FENCE.sub("", path.read_text()), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for title in titles}


def links(path: Path) -> list[str]:
    return ["".join(found) for found in LINK.findall(SPAN.sub("", FENCE.sub("", path.read_text())))]


def test_links_inside_the_project_lead_somewhere() -> None:
    assert len(PAPERS) > 10
    broken = []
    for path in PAPERS:
        for link in links(path):
            target, _hash, anchor = link.partition("#")
            if re.match(r"[a-z]+:", link) or target.startswith("/"):
                continue  # another site, or an address of this one
            there = (path.parent / target).resolve() if target else path
            if not there.exists() or (anchor and there.suffix == ".md" and anchor not in anchors(there)):
                broken.append(f"{name(path)}: {link}")
    assert broken == []


def test_files_that_the_papers_mention_are_there() -> None:
    gone = [
        f"{name(path)}: {file}"
        for path in PAPERS
        for file in MENTIONED.findall(path.read_text())
        if not (ROOT / file).exists()
    ]
    assert gone == []


def test_commands_that_the_papers_mention_are_there() -> None:
    there = {path.stem.replace("_", "-") for path in ROOT.glob("allies/*/management/commands/[a-z]*.py")}
    there |= {"serve", *RULES}
    named = {command for path in PAPERS for command in COMMAND.findall(path.read_text())}
    assert named <= there
    assert {"prepare", "create-member", "load-content"} <= named


def test_the_changelog_knows_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert re.search(rf"^## {re.escape(version)}\b", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)


def test_licences_are_named_alike_everywhere() -> None:
    readme, project = (ROOT / "README.md").read_text(), (ROOT / "pyproject.toml").read_text()
    assert 'license = "Apache-2.0"' in project
    assert "Apache License" in (ROOT / "LICENSE").read_text()
    assert "CC-BY-4.0" in (ROOT / "content" / "LICENSE").read_text()
    assert "Apache-2.0" in readme
    assert "CC BY 4.0" in readme


def test_the_pictures_of_the_readme_are_light() -> None:
    pictures = [ROOT / link for link in links(ROOT / "README.md") if link.startswith("docs/img/")]
    assert len(pictures) >= 6
    assert [name(path) for path in pictures if path.stat().st_size >= 120_000] == []
    assert {path.name for path in files("docs/img/*")} == {path.name for path in pictures}


def test_the_papers_name_no_machine() -> None:
    private = re.compile(r"(?<![\w.])/(?:work|home/\w+|Users|root|tmp)/|\bsimple/\b.*index|index-url", re.IGNORECASE)
    assert [name(path) for path in [*PAPERS, *files("requirements*.lock")] if private.search(path.read_text())] == []


def test_the_benchmark_has_its_place() -> None:
    readme = (ROOT / "README.md").read_text()
    for table in ("benchmark", "words"):
        for marker in (f"<!-- {table}:begin -->", f"<!-- {table}:end -->"):
            assert readme.count(marker) == 1
