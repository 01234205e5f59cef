"""What can be typed after `postwright`: the commands with their arguments and options.

argparse rather than typer: since 0.26 typer imports pydantic to convert every option, which alone costs a quarter of a
second, half of what `postwright lint` may take from a cold start.
"""

from __future__ import annotations

import argparse
import re
import sys
from typing import NoReturn

from postwright import __version__
from postwright.model.words import LEVELS, SEVERITIES

READABLE = "a folder, .txt, .md, .html, .docx, .pdf or .jsonl (objects with id, title, text); - is standard input"
BESIDE = "PATH.waivers.yaml, and .postwright-waivers.yaml in its folder"
DRAFT_FORMATS = ("md", "html", "docx", "pdf", "txt", "jsonld", "json")


class Parser(argparse.ArgumentParser):
    """An argument parser that names the nearest known command or option."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"postwright: {with_suggestion(message, self._names())}\n")

    def _names(self) -> list[str]:
        """Return the commands and options that can stand here, those of the commands included."""
        names = [option for action in self._actions for option in action.option_strings]
        for action in self._actions:
            for name, command in (action.choices or {}).items() if isinstance(action.choices, dict) else ():
                names.extend((name, *command._names()))
        return names


def with_suggestion(message: str, names: list[str]) -> str:
    """Return argparse's message with the name that was probably meant."""
    from postwright.exchange.nearest import did_you_mean

    message = re.sub(r"invalid int value: '([^']*)'", r"'\1' is no whole number", message)
    given = re.search(r"invalid choice: '([^']*)'|unrecognized arguments: (\S+)", message)
    suggestion = did_you_mean(next(filter(None, given.groups()), ""), names) if given else ""
    return f"{message[:1].upper()}{message[1:]}.{suggestion}"


def parser() -> Parser:
    """Return the parser; what it returns has `command` and that command's options."""
    top = Parser(
        prog="postwright",
        description="Write job postings in which every line has a source, and find what is inflated or missing.",
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"postwright {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _draft(_command(commands, "draft", "write the posting that a brief stands for"))
    _lint(_command(commands, "lint", "find what is missing from postings and what is asked beyond what the role needs"))
    _waive(_command(commands, "waive", "accept findings of a posting, with a reason, so that lint leaves them out"))
    _review(_command(commands, "review", "compare many postings: what each asks, and where they do not agree"))
    _read(_command(commands, "read", "show what is understood of postings: demands, degree, pay and more"))
    _ground(_command(commands, "ground", "point out what a posting says and its brief does not"))
    _cases(_command(commands, "cases", "list what was reported as wrong, and what of it is different by now"))
    rules = _command(commands, "rules", "list all rules with their severities")
    rules.add_argument("--format", metavar="F", default="text", help="text (for people) or json")
    explain = _command(commands, "explain", "print what a rule finds, why, its source, and examples")
    explain.add_argument("rule", metavar="RULE", help="its id, as a finding shows it")
    brief = _command(commands, "brief", "print a commented brief to fill in")
    brief.add_argument(
        "--profile", metavar="ID", default="", help="role profile whose usual duties and skills it offers"
    )
    doctor = _command(commands, "doctor", "try the language model that is set, and explain each failure")
    doctor.add_argument("--format", metavar="F", default="text", help="text (for people) or json")
    for simple, done in ((rules, "listed"), (explain, "explained"), (brief, "printed")):
        simple.epilog = f"Exit status: 0 {done}, 2 wrong usage."
    top.epilog = (
        "Exit status of every command: 0 done; 1 something was found that its --help names; 2 wrong usage, or "
        "something could not be read or written; 130 interrupted. `postwright COMMAND --help` tells more."
    )
    doctor.epilog = "Exit status: 0 it can be used, or none is set; 1 it cannot; 2 a setting is wrong."
    return top


def _command(commands: argparse._SubParsersAction[Parser], name: str, summary: str) -> Parser:
    description = f"{summary[:1].upper()}{summary[1:]}."
    return commands.add_parser(name, help=summary, description=description, allow_abbrev=False)


def _draft(command: Parser) -> None:
    command.epilog = (
        "What the linter says of the posting goes to standard error. Exit status: 0 written, 2 wrong usage, a brief "
        "that cannot be used, or an output that cannot be written."
    )
    command.add_argument("brief", metavar="BRIEF", help="the brief in YAML or JSON; - is standard input")
    command.add_argument("-o", "--output", metavar="FILE", default="", help="write here instead of to standard output")
    command.add_argument(
        "--format", metavar="F", default="", help=f"{', '.join(DRAFT_FORMATS)}; default: by the ending of FILE, else md"
    )


def _lint(command: Parser) -> None:
    _paths(command)
    _what_is_known(command)
    add = command.add_argument
    add("-o", "--output", metavar="FILE", default="", help="write here instead of to standard output")
    add(
        "--format",
        metavar="F",
        default="",
        help="text, json, jsonl, sarif, github (annotations) or html (one page to "
        "mail); default: by the ending of FILE, else text",
    )
    add("--jobs", metavar="N", default="1", help="processes that work at once; 0 for as many as there are cores")
    add("--resume", action="store_true", help="go on with the interrupted run that was writing the FILE.jsonl of -o")
    add("--fail-on", metavar="SEVERITY", default="warning", help=f"exit 1 from it on: {', '.join(SEVERITIES)}")
    add("--waivers", metavar="FILE", default="", help=f"accepted findings; default: {BESIDE}")
    add("--show-waived", action="store_true", help="list the accepted findings too, with reason and owner")
    fixes = command.add_argument_group("to mend .txt and .md files in place")
    fixes.add_argument("--fix", action="store_true", help="apply the safe fixes; shows the difference and asks")
    fixes.add_argument("--yes", action="store_true", help="with --fix: write without asking")
    fixes.add_argument("--unsafe-fixes", action="store_true", help="offer the rewordings one by one")
    report = command.add_argument_group("to report a wrong finding of one posting (kept in a local file)")
    report.add_argument("--wrong", metavar="N", type=int, default=0, help="the number that the text format shows")
    report.add_argument("--because", metavar="WORDS", default="", help="why it is wrong")
    _which_posting(report)
    command.epilog = "Exit status: 0 nothing found, 1 findings from --fail-on up, 2 wrong usage or unreadable input."


def _waive(command: Parser) -> None:
    add = command.add_argument
    command.epilog = "Exit status: 0 accepted, 2 wrong usage, or something could not be read or written."
    add("path", metavar="PATH", help=READABLE)
    add("--finding", metavar="N", type=int, action="append", required=True, help="its number in lint; may be repeated")
    add("--reason", metavar="WORDS", required=True, help="why it can be accepted")
    add("--until", metavar="YYYY-MM-DD", default="", help="the last day on which it is; default: for ever")
    add("--owner", metavar="NAME", default="", help="who accepts it; default: the name of the system's user")
    add("--waivers", metavar="FILE", default="", help=f"where to keep it; default: {BESIDE}")
    _which_posting(command)
    _what_is_known(command)


def _which_posting(command: argparse._ActionsContainer) -> None:
    command.add_argument("--posting", metavar="ID", default="", help="which posting of a .jsonl file is meant")


def _what_is_known(command: Parser) -> None:
    add = command.add_argument
    add("--brief", metavar="BRIEF", default="", help="the brief that the posting was written from")
    add("--title", metavar="T", default="", help="the job title; default: found in the text")
    add("--level", metavar="L", default="", help=f"{', '.join(LEVELS)}; default: from the title")
    add("--profile", metavar="P", default="", help="id of a role profile, to check its core skills")
    add("--place", metavar="US-CO", action="append", default=[], help="where it can be applied for; may be repeated")
    add("--date", metavar="YYYY-MM-DD", default="", help="the posting's date, for laws and ages; default: today")
    add("--select", metavar="RULE", action="append", default=[], help="only this rule or group; may be repeated")
    add("--ignore", metavar="RULE", action="append", default=[], help="not this rule or group; may be repeated")


def _review(command: Parser) -> None:
    words = f"{READABLE}; for a review also a .zip of a folder, or a table (.csv, .tsv)"
    command.add_argument("paths", metavar="PATH", nargs="+", help=words)
    add = command.add_argument
    add("--out", metavar="FILE", action="append", default=[], help=".html, .xlsx, .csv or .json; may be repeated")
    add("--column", metavar="text=NAME", action="append", default=[], help="of a table: which column holds the text, "
        "title, id, place or employer; default: guessed from their names")  # fmt: skip
    add("--place", metavar="US-CO", action="append", default=[], help="where the work can be done; may be repeated")
    add("--date", metavar="YYYY-MM-DD", default="", help="the day, for laws and ages; default: today")
    add("--select", metavar="RULE", action="append", default=[], help="only this rule or group; may be repeated")
    add("--ignore", metavar="RULE", action="append", default=[], help="not this rule or group; may be repeated")
    command.epilog = "Postings of different employers are never compared. Exit status: 0 done, 2 wrong usage or input."


def _read(command: Parser) -> None:
    _paths(command)
    command.add_argument("--title", metavar="T", default="", help="the job title; default: found in the text")
    command.add_argument("--format", metavar="F", default="text", help="text (for people) or jsonl")
    command.epilog = "Exit status: 0 all read, 2 wrong usage or unreadable input; the others are read."
    report = command.add_argument_group("to report a wrong reading of one posting (kept in a local file)")
    report.add_argument("--wrong", metavar="N", type=int, default=0, help="the number that the text format shows")
    report.add_argument("--missed", metavar="WORDS", default="", help="words of the text that were passed over")
    report.add_argument("--should-be", metavar="WORDS", default="", help="what should have been read")


def _ground(command: Parser) -> None:
    add = command.add_argument
    add("path", metavar="POSTING", nargs="?", default="", help="the posting; - is standard input")
    add("--brief", metavar="BRIEF", default="", help="the brief that it must rest on")
    add("--items", metavar="ITEMS.jsonl", default="", help="judge statements instead: lines of {id, sources: [{field, "
        "text}], section, statement} -> lines of {id, supported, findings}; - is standard input")  # fmt: skip
    add("--format", metavar="F", default="text", help="text (for people) or json")
    command.epilog = "Exit status: 0 all supported (or all lines judged), 1 a sentence is not, 2 wrong usage or input."


def _cases(command: Parser) -> None:
    command.epilog = "Exit status: 0 listed, 2 wrong usage or a line that is no report."
    command.add_argument("--format", metavar="F", default="text", help="text (for people) or jsonl")
    command.add_argument("--file", metavar="FILE", default="", help="the reports; default: those of this machine")


def _paths(command: Parser) -> None:
    command.add_argument("paths", metavar="PATH", nargs="+", help=READABLE)
