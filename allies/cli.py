"""`allies …` on the command line: the project's own commands behind a friendly face."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path

from allies.craft import command as craft
from allies.craft.requesting import command as requesting
from allies.language import command as language

SERVE = "Run the site here: --port N, --no-demo."
RULES = {  # commands that need neither Django nor a database: what each says of itself, and what it runs
    "respond": (craft.HELP, craft.responses),
    "request-check": (requesting.HELP, requesting.request_check_command),
    "words": (language.HELP, language.words),
}
USAGE = "usage: allies COMMAND [options]    (allies COMMAND --help says more)"


def commands() -> dict[str, str]:
    """Each command's name as it is typed, and its module."""
    found = Path(__file__).parent.glob("*/management/commands/[a-z]*.py")
    return {path.stem.replace("_", "-"): f"allies.{path.parts[-4]}.management.commands.{path.stem}" for path in found}


def list_commands() -> None:
    import django

    django.setup()
    lines = (
        {"serve": SERVE}
        | {name: says for name, (says, _run) in RULES.items()}
        | {name: import_module(module).Command.help for name, module in commands().items()}
    )
    print(f"{USAGE}\n")
    for name in sorted(lines):
        print(f"  {name:<22}{str(lines[name]).splitlines()[0]}")


def main(arguments: list[str] | None = None) -> None:
    given = sys.argv[1:] if arguments is None else arguments
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "allies.settings")
    name, rest = (given[0], given[1:]) if given else ("--help", [])
    if name in {"--help", "-h", "help"}:
        list_commands()
    elif name == "serve":
        from allies.serving import serve

        serve(rest)
    elif name in RULES:
        sys.exit(RULES[name][1](rest))
    elif name in commands():
        _run(name, rest)
    else:
        sys.exit(f"allies: there is no command “{name}”. {USAGE}")


def _run(name: str, rest: list[str]) -> None:
    import django
    from django.core.management.base import CommandError, SystemCheckError
    from django.db.utils import DatabaseError

    django.setup()
    command = import_module(commands()[name]).Command()
    command._called_from_command_line = True  # a wrong option is a usage line, not an exception
    options = vars(command.create_parser("allies", name).parse_args(rest))
    try:
        command.execute(*options.pop("args", ()), **options)
    except (CommandError, SystemCheckError) as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(getattr(error, "returncode", 1))
    except KeyboardInterrupt:
        sys.exit(130)
    except DatabaseError as error:
        reason = str(error).strip().splitlines()[0]
        sys.exit(f"allies: the database cannot be used ({reason}). `allies prepare` makes a new one ready.")


if __name__ == "__main__":
    main()
