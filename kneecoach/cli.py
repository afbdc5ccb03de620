"""The command line: what can be done without the window, and the window itself."""

from __future__ import annotations

import argparse
import io
import os
import re
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NoReturn

from kneecoach import __version__
from kneecoach.clock import Clock, SystemClock
from kneecoach.domain.history import JournalError, SessionRecord
from kneecoach.domain.parsing import ContentError
from kneecoach.store.content import load_content
from kneecoach.store.folder import HISTORY, data_folder
from kneecoach.store.history import HistoryFile, existing_history

DONE, STOPPED, WRONG_USE = 0, 1, 2
LANGUAGES = ("en", "pseudo")


class ComplaintError(Exception):
    """The end of a command: an exit status and the code of the sentence that says why."""

    def __init__(self, status: int, code: str, **fields: str) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.fields = fields


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise ComplaintError(WRONG_USE, "wrong_use", detail=message)


def main(argv: Sequence[str] | None = None, clock: Clock | None = None) -> int:
    """Do what the words ask for; 0 done, 1 the user's world, 2 wrong use or bad input."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        return _answer(words, clock or SystemClock())
    except BrokenPipeError:  # whoever read the output has seen enough
        _forget_stdout()
        return DONE


def _answer(words: Sequence[str], clock: Clock) -> int:
    try:
        if {"-h", "--help"} & set(words):
            _say(load_content(_language(words)).texts.message("help"))
            return DONE
        options = _parser().parse_args(words)
        _refuse_two_at_once(options)
        run: Callable[[argparse.Namespace, Clock], int] = options.run
        return run(options, clock)
    except ComplaintError as end:
        return _complain(_language(words), end.status, end.code, end.fields)
    except JournalError as error:
        return _complain(_language(words), STOPPED, error.code, error.fields)
    except ContentError as error:
        return _complain(_language(words), STOPPED, "content_damaged", {"reason": str(error)})


def _parser() -> _Parser:
    parser = _Parser(prog="kneecoach", add_help=False, allow_abbrev=False)
    parser.set_defaults(run=_top)
    parser.add_argument("--data-dir", type=_folder)
    parser.add_argument("--language", choices=LANGUAGES, default="en")
    parser.add_argument("--version", action="store_true")
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("--exit-after-paint", action="store_true")
    parser.add_argument("--screens", type=_folder)
    parser.add_argument("--size", type=_size)
    parser.add_argument("--scale", type=_scale)
    parser.add_argument("--theme", choices=("light", "dark"))
    _add_commands(parser)
    return parser


def _add_commands(parser: _Parser) -> None:
    commands = parser.add_subparsers(metavar="command")
    history = commands.add_parser("history", add_help=False, allow_abbrev=False)
    history.set_defaults(run=_history)
    history.add_argument("--format", choices=tuple(_SHAPES), default="table")
    history.add_argument("--from", dest="first", type=_day)
    history.add_argument("--to", dest="last", type=_day)
    check = commands.add_parser("check", add_help=False, allow_abbrev=False)
    check.set_defaults(run=_check)
    demo = commands.add_parser("demo", add_help=False, allow_abbrev=False)
    demo.set_defaults(run=_demo)
    demo.add_argument("--days", type=_days, required=True)


def _folder(text: str) -> Path:
    if not text:
        raise ComplaintError(WRONG_USE, "bad_folder")
    return Path(text)


def _day(text: str) -> date:
    with suppress(ValueError):
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            return date.fromisoformat(text)
    raise ComplaintError(WRONG_USE, "bad_date", value=text)


def _days(text: str) -> int:
    from kneecoach.domain.demo import LONGEST_DAYS  # chance takes time to load; no window needs it

    if re.fullmatch(r"\d{1,5}", text, re.ASCII) and 1 <= int(text) <= LONGEST_DAYS:
        return int(text)
    raise ComplaintError(WRONG_USE, "bad_days", value=text, most=str(LONGEST_DAYS))


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{3,5})x(\d{3,5})", text, re.ASCII)
    if found is None:
        raise ComplaintError(WRONG_USE, "bad_size", value=text)
    return int(found[1]), int(found[2])


def _scale(text: str) -> str:
    if not re.fullmatch(r"[1-4](\.\d{1,3})?", text, re.ASCII):
        raise ComplaintError(WRONG_USE, "bad_scale", value=text)
    return text


def _refuse_two_at_once(options: argparse.Namespace) -> None:
    """A self-test that was asked for and not done would pass for one that went well."""
    wanted = (options.version, options.self_test, options.screens, options.run is not _top)
    if sum(map(bool, wanted)) > 1:
        raise ComplaintError(WRONG_USE, "wrong_use", detail="one thing at a time")


def _top(options: argparse.Namespace, _clock: Clock) -> int:
    """What stands before or without a command."""
    if options.version:
        _say(f"kneecoach {__version__}\n")
        return DONE
    if options.scale is not None:
        os.environ["QT_SCALE_FACTOR"] = options.scale  # read by Qt when it is loaded
    try:
        return _window(options)
    except ImportError as error:  # of Qt, or of a library of the system that Qt needs
        raise ComplaintError(STOPPED, "no_window", detail=str(error)) from error


def _window(options: argparse.Namespace) -> int:
    """What needs Qt; it is loaded here and nowhere else."""
    import kneecoach.app as app

    if options.self_test:
        return app.self_test()
    if options.screens is not None:
        return app.shoot_screens(options.screens, options.size, options.theme, options.language)
    if not _has_screen():
        raise ComplaintError(STOPPED, "no_display")
    return app.run_window(
        data_folder(options.data_dir),
        language=options.language,
        exit_after_paint=options.exit_after_paint,
    )


def _has_screen() -> bool:
    """False where Qt would find no screen and end the process by itself."""
    names = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


def _history(options: argparse.Namespace, clock: Clock) -> int:
    first, last = options.first, options.last
    if first is not None and last is not None and first > last:
        raise ComplaintError(WRONG_USE, "bad_range", first=str(first), last=str(last))
    history = existing_history(data_folder(options.data_dir), clock)
    sessions: Sequence[SessionRecord] = ()
    if history is not None:
        with history:
            sessions = history.sessions(first, last)
    _say(_SHAPES[options.format](sessions, options), exact=options.format == "csv")
    return DONE


# What only one command needs is imported in it: a window opens the sooner.


def _json(sessions: Sequence[SessionRecord], _options: argparse.Namespace) -> str:
    from kneecoach.domain.export import history_json

    return history_json(sessions)


def _csv(sessions: Sequence[SessionRecord], _options: argparse.Namespace) -> str:
    from kneecoach.domain.export import history_csv

    return history_csv(sessions)


def _table(sessions: Sequence[SessionRecord], options: argparse.Namespace) -> str:
    from kneecoach.domain.table import history_table

    texts = load_content(options.language).texts
    if sessions:
        return history_table(sessions, texts)
    asked_for_days = options.first is not None or options.last is not None
    return texts.message("nothing_then" if asked_for_days else "nothing_yet") + "\n"


_SHAPES: dict[str, Callable[[Sequence[SessionRecord], argparse.Namespace], str]] = {
    "table": _table,
    "json": _json,
    "csv": _csv,
}


def _check(options: argparse.Namespace, clock: Clock) -> int:
    texts = load_content(options.language).texts
    history = existing_history(data_folder(options.data_dir), clock)
    if history is None:
        _say(texts.message("nothing_yet") + "\n")
        return DONE
    with history:
        findings = history.check()
    if findings:
        raise ComplaintError(STOPPED, findings[0], path=str(history.path))
    _say(texts.message("check_ok", path=str(history.path)) + "\n")
    return DONE


def _demo(options: argparse.Namespace, clock: Clock) -> int:
    from kneecoach.domain.demo import demo_sessions

    content = load_content(options.language)
    folder = data_folder(options.data_dir)
    with HistoryFile(folder / HISTORY, clock) as history:
        if not history.is_empty():
            raise ComplaintError(STOPPED, "demo_not_empty", path=str(folder))
        sessions = tuple(demo_sessions(content.catalogue, options.days, clock.wall().local))
        history.add(sessions)
    fields = {"days": str(options.days), "path": str(folder), "sessions": str(len(sessions))}
    _say(content.texts.message("demo_done", **fields) + "\n")
    return DONE


def _language(words: Sequence[str]) -> str:
    """The language the words ask for, also where they can't be used otherwise."""
    asked = [after for word, after in pairwise(words) if word == "--language"]
    return asked[-1] if asked and asked[-1] in LANGUAGES else "en"


def _say(text: str, exact: bool = False) -> None:
    """Write to stdout, if there is one; `exact` as UTF-8 with the line ends as they are."""
    if sys.stdout is None:
        return
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
        if exact:
            sys.stdout.reconfigure(encoding="utf-8", newline="")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _forget_stdout()
        raise ComplaintError(STOPPED, "no_output") from error


def _complain(language: str, status: int, code: str, fields: dict[str, str]) -> int:
    """Write the sentence of a code to stderr, if there is one, and pass on the status."""
    try:
        sentence = load_content(language).texts.message(code, **fields)
    except ContentError as error:  # no words to say it with
        sentence = str(error)
    with suppress(OSError):
        if sys.stderr is not None:
            sys.stderr.write(f"{sentence}\n")
    return status


def _forget_stdout() -> None:
    """Let what is still unwritten go nowhere, so that the end of the program stays quiet."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
