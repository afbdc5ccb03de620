"""Records as lines of text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from kneecoach.domain.history import DoneExercise, SessionRecord
from kneecoach.domain.texts import Texts

_GAP = "  "
_RIGHT = frozenset({5})  # the column of minutes is set to the right

Row = tuple[str, ...]


def history_table(sessions: Sequence[SessionRecord], texts: Texts) -> str:
    """One line for each exercise of a session, aligned, within 80 columns in English.

    Day, local time, minutes and pain stand in the first line of a session; a line under the table
    says what the three numbers of pain are.
    """
    names = ("day", "time", "exercise", "side", "done", "minutes", "pain")
    head = tuple(texts.message(f"column_{name}") for name in names)
    rows = [head, *(row for session in sessions for row in _session_rows(session, texts))]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    lines = [_line(row, widths) for row in rows]
    return "\n".join([*lines, "", texts.message("table_note"), ""])


def _line(row: Row, widths: Sequence[int]) -> str:
    cells = (
        cell.rjust(width) if column in _RIGHT else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return _GAP.join(cells).rstrip()


def _session_rows(session: SessionRecord, texts: Texts) -> Iterator[Row]:
    local = datetime.fromtimestamp(session.started, UTC) + timedelta(minutes=session.offset_minutes)
    front: Row = (session.day.isoformat(), f"{local:%H:%M}")
    back: Row = (str(round(session.seconds / 60)), _pains(session))
    for exercise in session.exercises:
        if exercise.done:
            yield (*front, *_exercise_cells(exercise, texts), *back)
            front, back = ("", ""), ("", "")


def _exercise_cells(exercise: DoneExercise, texts: Texts) -> Row:
    known = texts.exercises.get(exercise.id)
    return (
        known.short if known else exercise.id,
        texts.message(f"side_{exercise.side.value}"),
        _done(exercise),
    )


def _done(exercise: DoneExercise) -> str:
    """The sets that were done, such as "3 × 10", "10, 10, 8" or "3 × 20 s"."""
    counts = [one.seconds if one.reps is None else one.reps for one in exercise.done]
    unit = " s" if exercise.planned.reps is None else ""
    if len(set(counts)) == 1:
        return f"{len(counts)} × {counts[0]}{unit}"
    return ", ".join(str(count) for count in counts) + unit


def _pains(session: SessionRecord) -> str:
    pains = (session.pain_before, session.pain_worst, session.pain_after)
    return "/".join("–" if pain is None else str(pain) for pain in pains)
