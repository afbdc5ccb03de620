"""The command line: what can be done without the window, and the window itself."""

from __future__ import annotations

import argparse
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
from kneecoach.commands.speaking import (
    DONE,
    STOPPED,
    WRONG_USE,
    ComplaintError,
    complain,
    forget_stdout,
    say,
)
from kneecoach.domain.history import JournalError
from kneecoach.domain.parsing import ContentError
from kneecoach.store.content import load_content
from kneecoach.store.folder import data_folder

LANGUAGES = ("en", "pseudo")
SHAPES = ("table", "json", "csv")  # of what history writes
INTERRUPTED = 130  # by Ctrl+C, as shells tell it


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise ComplaintError(WRONG_USE, "wrong_use", detail=message)


def main(argv: Sequence[str] | None = None, clock: Clock | None = None) -> int:
    """Do what the words ask for; 0 done, 1 the user's world, 2 wrong use or bad input."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        return _answer(words, clock or SystemClock())
    except BrokenPipeError:  # whoever read the output has seen enough
        forget_stdout()
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED


def _answer(words: Sequence[str], clock: Clock) -> int:
    try:
        if {"-h", "--help"} & set(words):
            texts = load_content(_language(words)).texts
            say(texts.message("help") + texts.message("help_reviewers"))
            return DONE
        options = _parser().parse_args(words)
        _refuse_two_at_once(options)
        run: Callable[[argparse.Namespace, Clock], int] = options.run
        return run(options, clock)
    except ComplaintError as end:
        return complain(_language(words), end.status, end.code, end.fields)
    except JournalError as error:
        return complain(_language(words), STOPPED, error.code, error.fields)
    except ContentError as error:
        return complain(_language(words), STOPPED, "content_damaged", {"reason": str(error)})


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
    history.add_argument("--format", choices=SHAPES, default="table")
    history.add_argument("--from", dest="first", type=_day)
    history.add_argument("--to", dest="last", type=_day)
    check = commands.add_parser("check", add_help=False, allow_abbrev=False)
    check.set_defaults(run=_check)
    demo = commands.add_parser("demo", add_help=False, allow_abbrev=False)
    demo.set_defaults(run=_demo)
    demo.add_argument("--days", type=_days, required=True)
    safety = commands.add_parser("safety", add_help=False, allow_abbrev=False)
    safety.set_defaults(run=_safety)
    safety.add_argument("file")


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
        say(f"kneecoach {__version__}\n")
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


# A command is loaded when it is asked for: a window opens the sooner.


def _history(options: argparse.Namespace, clock: Clock) -> int:
    from kneecoach.commands.records import tell_history

    return tell_history(options, clock)


def _check(options: argparse.Namespace, clock: Clock) -> int:
    from kneecoach.commands.records import look_over

    return look_over(options, clock)


def _demo(options: argparse.Namespace, clock: Clock) -> int:
    from kneecoach.commands.records import make_up

    return make_up(options, clock)


def _safety(options: argparse.Namespace, clock: Clock) -> int:
    from kneecoach.commands.safety import tell_outcomes

    return tell_outcomes(options, clock)


def _language(words: Sequence[str]) -> str:
    """The language the words ask for, also where they can't be used otherwise."""
    asked = [after for word, after in pairwise(words) if word == "--language"]
    return asked[-1] if asked and asked[-1] in LANGUAGES else "en"
