"""How a command speaks: its output, its complaints, and the status it ends with."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress

from kneecoach.domain.parsing import ContentError
from kneecoach.store.content import load_content

DONE, STOPPED, WRONG_USE = 0, 1, 2


class ComplaintError(Exception):
    """The end of a command: an exit status and the code of the sentence that says why."""

    def __init__(self, status: int, code: str, **fields: str) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.fields = fields


def say(text: str, exact: bool = False) -> None:
    """Write to stdout, if there is one; `exact` as UTF-8 with the line ends as they are.

    Raises `ComplaintError` when it can't be written, BrokenPipeError when nobody reads any more.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
        if exact:
            sys.stdout.reconfigure(encoding="utf-8", newline="")
    say_on(text)


def say_on(text: str) -> None:
    """Write more of what was begun with `say`, and as it was begun; raises the same."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        forget_stdout()
        raise ComplaintError(STOPPED, "no_output") from error


def complain(language: str, status: int, code: str, fields: dict[str, str]) -> int:
    """Write the sentence of a code to stderr, if there is one, and pass on the status."""
    try:
        sentence = load_content(language).texts.message(code, **fields)
    except ContentError as error:  # no words to say it with
        sentence = str(error)
    warn(sentence)
    return status


def warn(sentence: str) -> None:
    """Write one sentence to stderr, if there is one."""
    with suppress(OSError):
        if sys.stderr is not None:
            sys.stderr.write(f"{sentence}\n")


def forget_stdout() -> None:
    """Let what is still unwritten go nowhere, so that the end of the program stays quiet."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
