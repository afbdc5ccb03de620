"""Sessions go in call by call and come out as records."""

from __future__ import annotations

import sqlite3
import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kneecoach.domain.catalogue import Dose, Side
from kneecoach.domain.history import (
    CountCorrection,
    DoneSet,
    RepetitionDone,
    SessionEnd,
    SessionStart,
)
from kneecoach.domain.plan import Slot
from kneecoach.store.history import existing_history
from kneecoach.store.opening import connect
from tests.store.sample import DAY, NOON, StandingClock, history_in, raises, start, whole


def test_a_session_comes_back_as_it_was_done(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        name = history.begin(start())
        for done in raises(10) + raises(8, which=2):
            history.repetition(name, done)
        history.repetition(name, RepetitionDone(1, 1, 1, 20_000, 23_400))
        history.finish(name, SessionEnd(5, 3, (141_000, 23_600)))
    with history_in(tmp_path) as history:
        (record,) = history.sessions()
    assert (record.id, record.day, record.started, record.offset_minutes) == (name, DAY, NOON, 120)
    assert (record.slot, record.finished) == (Slot.MORNING, True)
    assert (record.pain_before, record.pain_worst, record.pain_after) == (4, 5, 3)
    raised, stretched = record.exercises
    assert (raised.id, raised.side, raised.planned) == (
        "leg_raise",
        Side.LEFT,
        Dose(3, 10, None, 45),
    )
    assert raised.done == (DoneSet(1, 10, None), DoneSet(2, 8, None))
    assert stretched.done == (DoneSet(1, None, 20),)
    assert (raised.seconds, stretched.seconds, record.seconds) == (141, 24, 165)


def test_ids_are_32_hex_digits_and_never_the_same(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        names = {history.begin(start()) for _ in range(20)}
    assert len(names) == 20
    assert all(len(name) == 32 and int(name, 16) >= 0 for name in names)


def test_a_draft_is_told_as_not_finished_with_what_was_done(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        name = history.begin(start())
        history.repetition(name, RepetitionDone(0, 1, 1, 6000, 9000))
    with history_in(tmp_path) as history:
        (record,) = history.sessions()
    assert not record.finished
    assert record.exercises[0].done == (DoneSet(1, 1, None),)
    assert record.seconds == 9


def test_a_session_with_nothing_done_is_not_told(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        history.begin(start())
        empty = history.begin(start())
        history.finish(empty, SessionEnd(None, None, (2000, 0)))
        assert history.sessions() == ()


def test_a_repetition_done_once_more_keeps_the_longer_time(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        name = history.begin(start())
        for ms in (14_000, 20_000, 9_000):
            history.repetition(name, RepetitionDone(1, 1, 1, ms, ms))
        (record,) = history.sessions()
    assert record.exercises[1].done == (DoneSet(1, None, 20),)
    assert record.exercises[1].seconds == 20


def test_a_correction_counts_instead_and_leaves_the_rows(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        history.add([whole(count=10)])
        (before,) = history.sessions()
        history.correct(before.id, CountCorrection(0, 1, 7))
        history.correct(before.id, CountCorrection(0, 1, 8))
        history.correct(before.id, CountCorrection(1, 2, 15))
        (after,) = history.sessions()
        assert history.check() == ()
    assert after.exercises[0].done == (DoneSet(1, 8, None),)
    assert after.exercises[1].done == (DoneSet(2, None, 15),)
    with sqlite3.connect(tmp_path / "history.sqlite3") as raw:
        assert raw.execute("SELECT count(*) FROM repetition").fetchone() == (10,)
    raw.close()


def test_a_set_put_right_to_nothing_was_not_done(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        history.add([whole()])
        (record,) = history.sessions()
        history.correct(record.id, CountCorrection(0, 1, 0))
        assert history.sessions() == ()


def test_the_latest_rating_of_a_kind_counts(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        history.add([whole()])
        (record,) = history.sessions()
        history.rate(record.id, "after", 6)
        history.rate(record.id, "during", 9)
        history.rate(record.id, "after", 1)
        (rated,) = history.sessions()
    assert (rated.pain_before, rated.pain_worst, rated.pain_after) == (4, 5, 1)


@pytest.mark.parametrize(("kind", "value"), [("after", 11), ("after", -1), ("tomorrow", 3)])
def test_what_is_no_rating_is_refused(tmp_path: Path, kind: str, value: int) -> None:
    with history_in(tmp_path) as history:
        name = history.begin(start())
        with pytest.raises(ValueError, match="no rating"):
            history.rate(name, kind, value)
        history.rate(name, "after", 3)


def test_a_discarded_session_is_told_no_more_and_its_rows_stay(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        history.add([whole(), whole(started=NOON + 3600)])
        first, second = history.sessions()
        history.discard(first.id)
        history.discard(first.id)
        assert history.sessions() == (second,)
        assert not history.is_empty()
        assert history.check() == ()


def test_sessions_of_some_days_include_both_ends(tmp_path: Path) -> None:
    days = [DAY + timedelta(days=n) for n in range(5)]
    with history_in(tmp_path) as history:
        history.add([whole(day, NOON + 86_400 * n) for n, day in enumerate(days)])

        def told(first: date | None, last: date | None) -> list[date]:
            return [record.day for record in history.sessions(first, last)]

        assert told(None, None) == days
        assert told(days[1], days[3]) == days[1:4]
        assert told(days[4], None) == days[4:]
        assert told(None, days[0]) == days[:1]
        assert told(days[3], days[1]) == []


def test_the_day_stays_where_it_was_put_and_order_is_by_the_moment(tmp_path: Path) -> None:
    """A clock set back, or a journey, moves no session to another day."""
    with history_in(tmp_path) as history:
        history.add([whole(date(2026, 4, 1), NOON), whole(date(2026, 3, 31), NOON - 5)])
        assert [record.day.day for record in history.sessions()] == [31, 1]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE session SET day = '2020-01-01'",
        "UPDATE part SET ms = 1",
        "UPDATE repetition SET ms = 1",
        "DELETE FROM session",
        "DELETE FROM part",
        "DELETE FROM repetition",
        "INSERT INTO repetition VALUES (1, 99, 0, 1, 99, 1)",
        "INSERT INTO part VALUES (1, 9, 'squat', 'both', 1, 5, NULL, 0, 0)",
        "UPDATE rating SET value = 0",
        "DELETE FROM rating",
        "UPDATE correction SET value = 0",
        "DELETE FROM correction",
        "UPDATE deletion SET at = 0",
        "DELETE FROM deletion",
    ],
)
def test_the_file_refuses_to_change_a_finished_session(tmp_path: Path, change: str) -> None:
    with history_in(tmp_path) as history:
        history.add([whole(), whole()])
        one, other = history.sessions()
        history.correct(one.id, CountCorrection(0, 1, 9))
        history.discard(other.id)
    raw = sqlite3.connect(tmp_path / "history.sqlite3")
    with pytest.raises(sqlite3.IntegrityError):
        raw.execute(change)
    raw.close()


@pytest.mark.parametrize(
    "again",
    [
        "INSERT OR REPLACE INTO session SELECT * FROM session",
        "INSERT OR REPLACE INTO rating SELECT * FROM rating",
        "INSERT OR REPLACE INTO correction SELECT * FROM correction",
    ],
)
def test_replace_is_refused_on_a_connection_of_ours(tmp_path: Path, again: str) -> None:
    """Without recursive triggers REPLACE would delete a row without asking them."""
    with history_in(tmp_path) as history:
        history.add([whole()])
        history.correct(history.sessions()[0].id, CountCorrection(0, 1, 9))
    raw = connect(tmp_path / "history.sqlite3", 100, read_only=False)
    with pytest.raises(sqlite3.IntegrityError):
        raw.execute(again)
    raw.execute("PRAGMA recursive_triggers = OFF")
    raw.execute(again)  # the control
    raw.close()


def test_a_finished_or_unknown_session_takes_no_more_repetitions(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        history.add([whole()])
        (record,) = history.sessions()
        for name in (record.id, "00" * 16):
            with pytest.raises(LookupError):
                history.repetition(name, RepetitionDone(0, 1, 1, 1, 1))
        with pytest.raises(LookupError):
            history.finish(record.id, SessionEnd(None, None, (0, 0)))
        assert history.sessions() == (record,)


def test_many_sessions_are_all_written_or_none(tmp_path: Path) -> None:
    wrong = (start(), (RepetitionDone(7, 1, 1, 1, 1),), SessionEnd(1, 1, (0, 0)))
    with history_in(tmp_path) as history:
        with pytest.raises(sqlite3.IntegrityError):
            history.add([whole(), wrong])
        assert history.is_empty()


def test_two_windows_on_one_file_see_each_other(tmp_path: Path) -> None:
    with history_in(tmp_path) as one, history_in(tmp_path) as other:
        name = one.begin(start())
        for done in raises(6):
            (one if done.rep % 2 else other).repetition(name, done)
        assert one.sessions() == other.sessions()
        assert one.sessions()[0].exercises[0].done == (DoneSet(1, 6, None),)


def test_looking_for_a_history_makes_nothing(tmp_path: Path) -> None:
    assert existing_history(tmp_path / "knee", StandingClock()) is None
    assert list(tmp_path.iterdir()) == []


DOSES = st.builds(Dose, st.integers(1, 5), st.integers(1, 50), st.none(), st.integers(0, 90)) | (
    st.builds(Dose, st.integers(1, 5), st.none(), st.integers(1, 600), st.integers(0, 90))
)
PARTS = st.lists(
    st.tuples(st.sampled_from(("leg_raise", "squat", "é=漢")), st.sampled_from(Side), DOSES),
    min_size=1,
    max_size=3,
)
TRIPLE = st.tuples(st.integers(0, 2), st.integers(1, 3), st.integers(1, 4))


@settings(max_examples=30, deadline=None)
@given(
    parts=PARTS,
    calls=st.lists(st.tuples(TRIPLE, st.integers(0, 60_000)), max_size=12),
    corrected=st.dictionaries(st.tuples(st.integers(0, 2), st.integers(1, 3)), st.integers(0, 60)),
)
def test_whatever_was_done_is_told(
    parts: list[tuple[str, Side, Dose]],
    calls: list[tuple[tuple[int, int, int], int]],
    corrected: dict[tuple[int, int], int],
) -> None:
    """The told sets are those of the calls, each repetition once, its longest time, corrected."""
    longest: dict[tuple[int, int, int], int] = {}
    with tempfile.TemporaryDirectory() as folder, history_in(Path(folder)) as history:
        name = history.begin(SessionStart(tuple(parts), Slot.EXTRA, NOON, 0, DAY, None))
        for (part, which, rep), ms in calls:
            if part < len(parts):
                history.repetition(name, RepetitionDone(part, which, rep, ms, 0))
                longest[part, which, rep] = max(ms, longest.get((part, which, rep), 0))
        for (part, which), value in corrected.items():
            if part < len(parts):
                history.correct(name, CountCorrection(part, which, value))
        records = history.sessions()
        assert history.check() == ()
    told = {
        (number, one.set): one.reps if exercise.planned.reps is not None else one.seconds
        for record in records
        for number, exercise in enumerate(record.exercises)
        for one in exercise.done
    }
    assert told == _expected(parts, longest, corrected)


def _expected(
    parts: list[tuple[str, Side, Dose]],
    longest: dict[tuple[int, int, int], int],
    corrected: dict[tuple[int, int], int],
) -> dict[tuple[int, int], int]:
    expected: dict[tuple[int, int], int] = {}
    for number, (_, _, dose) in enumerate(parts):
        for which in (1, 2, 3):
            times = [ms for key, ms in longest.items() if key[:2] == (number, which)]
            value = len(times) if dose.reps is not None else sum(times) // 1000
            value = corrected.get((number, which), value)
            if corrected.get((number, which), len(times)):
                expected[number, which] = value
    return expected


def test_a_hold_left_early_is_told_in_the_whole_seconds_the_player_says(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        name = history.begin(start())
        history.repetition(name, RepetitionDone(1, 1, 1, 5_600, 8_600))
        (record,) = history.sessions()
    assert record.exercises[1].done == (DoneSet(1, None, 5),)
