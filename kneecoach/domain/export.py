"""Records in the shapes other programs read: a JSON document and a CSV sheet."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from kneecoach.domain.answers import NO_ANSWERS, Answers, Hurt
from kneecoach.domain.catalogue import Dose
from kneecoach.domain.history import DoneExercise, DoneSet, SessionRecord

FORMAT = "kneecoach.history/1"

CSV_COLUMNS = (
    "session",
    "day",
    "started",
    "exercise",
    "side",
    "set",
    "planned_sets",
    "planned_reps",
    "planned_hold_s",
    "reps",
    "seconds",
    "pain_before",
    "pain_worst",
    "pain_after",
)

# A spreadsheet takes a cell that begins with one of these for a formula (ASVS 1.2.10).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\x00", "＝", "＋", "－", "＠")

Tree = dict[str, object]


def history_json(sessions: Sequence[SessionRecord]) -> str:
    """The sessions as a JSON document of the format kneecoach.history/1, keys sorted.

    Instants are UTC seconds, days YYYY-MM-DD, unknown values null.
    """
    tree = {"format": FORMAT, "sessions": [session_tree(session) for session in sessions]}
    return json.dumps(tree, indent=2, sort_keys=True) + "\n"


def session_tree(session: SessionRecord) -> Tree:
    """One session as it stands in the JSON document.

    "answers" and "hurts" are there only where something was told; so are "instead_of" (indexes of
    the exercises that this one took over) and "two_more" of an exercise.
    """
    return {
        "id": session.id,
        "day": session.day.isoformat(),
        "started": session.started,
        "offset_minutes": session.offset_minutes,
        "seconds": session.seconds,
        "pain_before": session.pain_before,
        "pain_worst": session.pain_worst,
        "pain_after": session.pain_after,
        "exercises": [_exercise_tree(exercise) for exercise in session.exercises],
        **_told_tree(session),
    }


def _told_tree(session: SessionRecord) -> Tree:
    tree: Tree = {}
    if session.answers != NO_ANSWERS:
        tree["answers"] = _answers_tree(session.answers)
    if session.hurts:
        tree["hurts"] = [_hurt_tree(hurt) for hurt in session.hurts]
    return tree


def _answers_tree(answers: Answers) -> Tree:
    return {
        "effort": answers.effort.value if answers.effort else None,
        "new_swelling": answers.swelling,
        "tingling": answers.tingling,
        "note": answers.note or None,
    }


def _hurt_tree(hurt: Hurt) -> Tree:
    """`exercise` is an index into the session's exercises."""
    return {"exercise": hurt.part, "choice": hurt.choice.value, "pain": hurt.pain, "at": hurt.at}


def _exercise_tree(exercise: DoneExercise) -> Tree:
    tree: Tree = {
        "id": exercise.id,
        "side": exercise.side.value,
        "planned": _dose_tree(exercise.planned),
        "done": [_set_tree(one) for one in exercise.done],
    }
    if exercise.instead_of:
        tree["instead_of"] = list(exercise.instead_of)
    if exercise.two_more is not None:
        tree["two_more"] = exercise.two_more
    return tree


def _dose_tree(dose: Dose) -> Tree:
    if dose.reps is not None:
        return {"sets": dose.sets, "reps": dose.reps}
    return {"sets": dose.sets, "hold_s": dose.hold_s}


def _set_tree(one: DoneSet) -> Tree:
    if one.reps is not None:
        return {"set": one.set, "reps": one.reps}
    return {"set": one.set, "seconds": one.seconds}


def history_csv(sessions: Sequence[SessionRecord]) -> str:
    """One row for each set done, as RFC 4180 says, with a row of names first.

    Every cell is quoted, unknown values are empty, and no cell is taken for a formula.
    """
    rows = [CSV_COLUMNS, *(row for session in sessions for row in _csv_rows(session))]
    return "".join(",".join(_cell(value) for value in row) + "\r\n" for row in rows)


def _csv_rows(session: SessionRecord) -> Iterator[tuple[object, ...]]:
    started = datetime.fromtimestamp(session.started, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    pains = (session.pain_before, session.pain_worst, session.pain_after)
    for exercise in session.exercises:
        dose = exercise.planned
        for one in exercise.done:
            yield (
                *(session.id, session.day.isoformat(), started),
                *(exercise.id, exercise.side.value, one.set),
                *(dose.sets, dose.reps, dose.hold_s),
                *(one.reps, one.seconds),
                *pains,
            )


def _cell(value: object) -> str:
    """A quoted cell; text that could be taken for a formula gets an apostrophe before it."""
    text = "" if value is None else str(value)
    if isinstance(value, str) and text.lstrip(" ").startswith(_FORMULA):
        text = f"'{text}"
    return '"' + text.replace('"', '""') + '"'
