"""The public face: every name is there, importing it is light, and the docs' code runs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

import wentwell

ROOT = Path(__file__).resolve().parent.parent
HEAVY = ("pydantic", "rich", "sqlalchemy", "alembic", "jinja2", "docx", "openpyxl", "pypdf")


def test_every_public_name_can_be_had() -> None:
    for name in wentwell.__all__:
        assert getattr(wentwell, name) is not None
    with pytest.raises(AttributeError, match="nothing_such"):
        _ = wentwell.nothing_such


def test_importing_and_asking_the_version_loads_nothing_heavy() -> None:
    code = f"import sys, wentwell, wentwell.cli; print([m for m in {HEAVY} if m in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told.strip() == "[]"


def test_assessing_loads_neither_the_journal_nor_what_reads_other_formats(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("She asked when I could start.", encoding="utf-8")
    code = (
        "import sys; from wentwell.cli import main; sys.argv = ['wentwell', 'assess', sys.argv[1]]\n"
        "try: main()\nexcept SystemExit as stop: assert not stop.code\n"
        "print([m for m in ('sqlalchemy', 'alembic', 'jinja2', 'docx', 'pypdf') if m in sys.modules])"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, notes], capture_output=True, text=True, check=True
    ).stdout
    assert told.splitlines()[-1] == "[]"


def test_nothing_opens_a_connection(tmp_path: Path) -> None:
    """The whole way, with the network forbidden."""
    notes = tmp_path / "notes.txt"
    notes.write_text("She asked when I could start.", encoding="utf-8")
    code = (
        "import sys, socket\n"
        "def forbidden(*a, **k): raise AssertionError('a connection was tried')\n"
        "socket.socket.connect = socket.create_connection = socket.getaddrinfo = forbidden\n"
        "from wentwell.cli import main\n"
        "notes = sys.argv[1]\n"
        "for words in (['assess', notes, '--save'], ['list'], ['show', '1'], ['demo'], ['doctor']):\n"
        "    sys.argv[1:] = words\n"
        "    try: main()\n"
        "    except SystemExit as stop: assert not stop.code, (words, stop.code)\n"
    )
    environment = {
        "WENTWELL_JOURNAL": str(tmp_path / "j.sqlite"),
        "WENTWELL_TRACEBACK": "1",
        "PATH": "/usr/bin",
    }
    subprocess.run([sys.executable, "-c", code, str(notes)], check=True, capture_output=True, env=environment)


def test_the_python_in_the_docs_runs() -> None:
    for page in (ROOT / "docs").glob("*.md"):
        for block in re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
            exec(compile(block, str(page), "exec"), {})  # noqa: S102


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))


@pytest.mark.usefixtures("scripts")
def test_the_page_of_the_signs_is_the_catalog() -> None:
    from write_signs_page import PAGE, page

    assert PAGE.read_text(encoding="utf-8") == page(), "run python scripts/write_signs_page.py"


@pytest.mark.usefixtures("scripts")
def test_the_output_in_the_readme_is_what_the_demo_prints() -> None:
    from write_readme_output import BLOCK, README, demo, excerpt

    block = BLOCK.search(README.read_text(encoding="utf-8"))
    assert block is not None
    assert block[2] == excerpt(demo()), "run python scripts/write_readme_output.py"


def test_the_files_in_the_readmes_command_are_there() -> None:
    command = re.search(
        r"<!-- run -->\n```sh\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL
    )
    assert command is not None
    files = re.findall(r"src/\S+", command[1])
    assert len(files) == 2
    assert all((ROOT / file).is_file() for file in files)


def test_commands_and_options_named_in_the_docs_exist() -> None:
    from wentwell.cli._main import COMMANDS
    from wentwell.cli._main import wentwell as group

    text = "\n".join(
        path.read_text(encoding="utf-8") for path in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    )
    named = set(re.findall(r"`wentwell ([a-z]+)", text)) | set(
        re.findall(r"^ *wentwell ([a-z]+)", text, re.MULTILINE)
    )
    assert named
    assert named <= set(COMMANDS)
    context = click.Context(group)
    commands = [command for name in COMMANDS if (command := group.get_command(context, name)) is not None]
    commands += [inner for one in commands if isinstance(one, click.Group) for inner in one.commands.values()]
    options = {option for command in commands for param in command.params for option in param.opts}
    options |= {"--journal", "--version", "--help"}
    of_other_programs = r"python -m (?:training|validation)[^`\n]*"
    for option in re.findall(r"(?<![\w-])(--[a-z][a-z-]+)", re.sub(of_other_programs, "", text)):
        assert option in options, option


def test_links_between_the_pages_lead_somewhere() -> None:
    pages = [
        ROOT / "README.md",
        ROOT / "ARCHITECTURE.md",
        ROOT / "CHANGELOG.md",
        *(ROOT / "docs").glob("*.md"),
    ]
    for page in pages:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
