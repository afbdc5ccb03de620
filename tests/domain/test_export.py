"""Records as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneecoach.domain.answers import Answers, Effort, Hurt, PainChoice
from kneecoach.domain.catalogue import Dose, Side
from kneecoach.domain.export import CSV_COLUMNS, history_csv, history_json
from kneecoach.domain.history import DoneExercise, DoneSet, SessionRecord
from kneecoach.domain.plan import Slot

RAISED = DoneExercise(
    "leg_raise",
    Side.LEFT,
    Dose(3, 10, None, 45),
    (DoneSet(1, 10, None), DoneSet(2, 8, None)),
    141,
)
STRETCHED = DoneExercise(
    "calf_stretch", Side.RIGHT, Dose(3, None, 20, 10), (DoneSet(1, None, 20),), 24
)
RECORD = SessionRecord(
    id="0f" * 16,
    day=date(2026, 3, 31),
    started=1_774_958_400,
    offset_minutes=-210,
    seconds=165,
    slot=Slot.MORNING,
    finished=True,
    pain_before=None,
    pain_worst=5,
    pain_after=0,
    exercises=(RAISED, STRETCHED),
)
NUMBERS = st.none() | st.integers(0, 10)
RECORDS = st.builds(
    replace,
    st.just(RECORD),
    day=st.dates(),
    started=st.integers(0, 4_000_000_000),
    pain_before=NUMBERS,
    pain_worst=NUMBERS,
    exercises=st.lists(
        st.builds(replace, st.just(RAISED), id=st.text(max_size=8)) | st.just(STRETCHED),
        max_size=3,
    ).map(tuple),
)


def test_json_has_exactly_the_promised_shape() -> None:
    tree = json.loads(history_json([RECORD]))
    assert tree == {
        "format": "kneecoach.history/1",
        "sessions": [
            {
                "id": "0f" * 16,
                "day": "2026-03-31",
                "started": 1_774_958_400,
                "offset_minutes": -210,
                "seconds": 165,
                "pain_before": None,
                "pain_worst": 5,
                "pain_after": 0,
                "exercises": [
                    {
                        "id": "leg_raise",
                        "side": "left",
                        "planned": {"sets": 3, "reps": 10},
                        "done": [{"set": 1, "reps": 10}, {"set": 2, "reps": 8}],
                    },
                    {
                        "id": "calf_stretch",
                        "side": "right",
                        "planned": {"sets": 3, "hold_s": 20},
                        "done": [{"set": 1, "seconds": 20}],
                    },
                ],
            }
        ],
    }


def test_what_was_answered_is_told_where_it_was() -> None:
    easier = replace(RAISED, planned=Dose(2, 8, None, 45), instead_of=(0,), two_more=False)
    record = replace(
        RECORD,
        exercises=(RAISED, easier),
        answers=Answers(Effort.HARD, swelling=True, note="Ü\n2"),
        hurts=(Hurt(0, PainChoice.EASIER, 4, 1_774_958_500),),
    )
    (session,) = json.loads(history_json([record]))["sessions"]
    assert session["answers"] == {
        "effort": "hard",
        "new_swelling": True,
        "tingling": False,
        "note": "Ü\n2",
    }
    assert session["hurts"] == [
        {"exercise": 0, "choice": "easier", "pain": 4, "at": 1_774_958_500},
    ]
    assert (session["exercises"][1]["instead_of"], session["exercises"][1]["two_more"]) == (
        [0],
        False,
    )


def test_no_sessions_are_an_empty_list() -> None:
    assert json.loads(history_json([])) == {"format": "kneecoach.history/1", "sessions": []}


@given(st.lists(RECORDS, max_size=3))
def test_json_keys_are_sorted_at_every_level(records: list[SessionRecord]) -> None:
    text = history_json(records)
    assert text == json.dumps(json.loads(text), indent=2, sort_keys=True) + "\n"
    assert text.isascii()


@given(st.lists(RECORDS, max_size=3))
def test_csv_has_a_row_for_each_set_done(records: list[SessionRecord]) -> None:
    head, *rows = csv.reader(io.StringIO(history_csv(records), newline=""), strict=True)
    assert tuple(head) == CSV_COLUMNS
    assert len(rows) == sum(len(part.done) for record in records for part in record.exercises)
    assert all(len(row) == len(CSV_COLUMNS) for row in rows)


def test_csv_rows_tell_planned_done_and_pain() -> None:
    text = history_csv([RECORD])
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert rows[1] == {
        "session": "0f" * 16,
        "day": "2026-03-31",
        "started": "2026-03-31T12:00:00Z",
        "exercise": "leg_raise",
        "side": "left",
        "set": "2",
        "planned_sets": "3",
        "planned_reps": "10",
        "planned_hold_s": "",
        "reps": "8",
        "seconds": "",
        "pain_before": "",
        "pain_worst": "5",
        "pain_after": "0",
    }
    assert (rows[2]["planned_hold_s"], rows[2]["seconds"], rows[2]["reps"]) == ("20", "20", "")
    assert text.count("\r\n") == text.count("\n") == 4


@pytest.mark.parametrize(
    "name",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\x00", "  =1", "＝1", "＋1", "－1", "＠a"],
)
def test_no_cell_is_taken_for_a_formula(name: str) -> None:
    text = history_csv([replace(RECORD, exercises=(replace(RAISED, id=name),))])
    assert f'"\'{name}"' in text
    assert f'"{name}"' not in text


@pytest.mark.parametrize("name", ['a"b', "a,b", "a\r\nb", "é漢"])
def test_other_cells_come_back_as_they_are(name: str) -> None:
    text = history_csv([replace(RECORD, exercises=(replace(RAISED, id=name),))])
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert rows[0]["exercise"] == name
