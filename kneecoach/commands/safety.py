"""The check of warning signs for reviewers: answers in JSON Lines in, one outcome a line out."""

from __future__ import annotations

import argparse
import codecs
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

from kneecoach.clock import Clock
from kneecoach.commands.speaking import DONE, STOPPED, WRONG_USE, ComplaintError, say, say_on, warn
from kneecoach.domain.check import Check, outcome_of
from kneecoach.domain.check_lines import LineError, read_line, write_outcome
from kneecoach.domain.check_reach import whole_check
from kneecoach.store.content import load_content

LONGEST = 65_536  # bytes of a line with its end; all signs of the guide take 1,500


def tell_outcomes(options: argparse.Namespace, _clock: Clock) -> int:
    """Answer each line as it comes; 2 when one could not be answered, which says why on stderr.

    Raises `ComplaintError` for input that can't be read, `ContentError` for rules that can't be
    used: then no line is answered.
    """
    content = load_content(options.language)
    check = whole_check(content.check)
    status = DONE
    say("", exact=True)
    for number, line in _lines(options.file):
        try:
            answer = _answered(line, check)
        except LineError as error:
            fields = {"line": str(number), "name": error.name}
            warn(content.texts.message(error.code, **fields))
            status = WRONG_USE
        else:
            say_on(answer)
    return status


def _answered(line: bytes, check: Check) -> str:
    """The line of the outcome, nothing for an empty line."""
    if len(line) > LONGEST:
        raise LineError("line_long")
    answers = read_line(line, check)
    return "" if answers is None else write_outcome(outcome_of(check, answers))


def _lines(name: str) -> Iterator[tuple[int, bytes]]:
    """Each line with its number from 1; of one that is too long only the beginning."""
    number = 0
    with _opened(name) as source:
        while line := _next_line(source, name):
            number += 1
            yield number, line.removeprefix(codecs.BOM_UTF8) if number == 1 else line


def _opened(name: str) -> AbstractContextManager[BinaryIO]:
    try:
        if name != "-":
            return Path(name).open("rb")
        return nullcontext(sys.stdin.buffer)
    except (OSError, ValueError, AttributeError) as error:  # the last without a standard input
        raise _unreadable(name) from error


def _next_line(source: BinaryIO, name: str) -> bytes:
    try:
        line = rest = source.readline(LONGEST + 1)
        while len(line) > LONGEST and rest and not rest.endswith(b"\n"):
            rest = source.readline(LONGEST)
        return line
    except OSError as error:
        raise _unreadable(name) from error


def _unreadable(name: str) -> ComplaintError:
    if name == "-":
        return ComplaintError(STOPPED, "no_stdin")
    return ComplaintError(STOPPED, "no_input", path=name or '""')
