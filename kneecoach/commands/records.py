"""The commands on the history file: tell it, look it over, fill an empty one with made-up days."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence

from kneecoach.clock import Clock
from kneecoach.commands.speaking import DONE, STOPPED, WRONG_USE, ComplaintError, say
from kneecoach.domain.history import SessionRecord
from kneecoach.store.content import load_content
from kneecoach.store.folder import HISTORY, data_folder
from kneecoach.store.history import HistoryFile, existing_history


def tell_history(options: argparse.Namespace, clock: Clock) -> int:
    """Write what was done on the days asked for, in the shape asked for."""
    first, last = options.first, options.last
    if first is not None and last is not None and first > last:
        raise ComplaintError(WRONG_USE, "bad_range", first=str(first), last=str(last))
    history = existing_history(data_folder(options.data_dir), clock)
    sessions: Sequence[SessionRecord] = ()
    if history is not None:
        with history:
            sessions = history.sessions(first, last)
    say(_SHAPES[options.format](sessions, options), exact=options.format == "csv")
    return DONE


# What only one shape needs is imported in it.


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


def look_over(options: argparse.Namespace, clock: Clock) -> int:
    """Say whether the history file is in order; raises `ComplaintError` with what is wrong."""
    texts = load_content(options.language).texts
    history = existing_history(data_folder(options.data_dir), clock)
    if history is None:
        say(texts.message("nothing_yet") + "\n")
        return DONE
    with history:
        findings = history.check()
    if findings:
        raise ComplaintError(STOPPED, findings[0], path=str(history.path))
    say(texts.message("check_ok", path=str(history.path)) + "\n")
    return DONE


def make_up(options: argparse.Namespace, clock: Clock) -> int:
    """Fill an empty data folder with made-up days; raises `ComplaintError` for a used one."""
    from kneecoach.domain.demo import demo_sessions

    content = load_content(options.language)
    folder = data_folder(options.data_dir)
    with HistoryFile(folder / HISTORY, clock) as history:
        if not history.is_empty():
            raise ComplaintError(STOPPED, "demo_not_empty", path=str(folder))
        sessions = tuple(demo_sessions(content.catalogue, options.days, clock.wall().local))
        history.add(sessions)
    fields = {"days": str(options.days), "path": str(folder), "sessions": str(len(sessions))}
    say(content.texts.message("demo_done", **fields) + "\n")
    return DONE
