"""Checks, gates, clearances and refusals in real files: kept, told again, known for our own."""

from __future__ import annotations

import json
import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from kneecoach.domain.catalogue import EVERYTHING
from kneecoach.domain.check import Answer, CheckAnswers
from kneecoach.domain.check_records import (
    CheckEnded,
    ClearanceGiven,
    EndReason,
    GateGiven,
    GateKind,
    RefusalKept,
    SafetyEvent,
    Told,
)
from kneecoach.domain.check_validity import check_now
from kneecoach.domain.export import history_json
from kneecoach.domain.history import JournalError
from kneecoach.domain.safety import Refusal, Refused, Standing, Way
from kneecoach.store import checking
from kneecoach.store.checking import check_history
from kneecoach.store.history import HistoryFile
from kneecoach.store.migrations import APPLICATION_ID, MIGRATIONS
from tests.domain.checked import DAY, check, days_on, moment, rules, seven, single
from tests.store.sample import StandingClock, history_in, ordinary_person, whole

SAFETY_TABLES = (
    *("safety_event", "sign_check", "sign_answer", "gate", "gate_answer", "clearance"),
    *("check_end", "refusal", "refused_exercise"),
)
OLD_TABLES = (
    *("session", "part", "repetition", "rating", "correction", "deletion"),
    *("replacement", "hurt", "answer", "note"),
)
REFUSAL = RefusalKept(moment(), Way.CAUSE, Refused(Refusal.LOCKED, ("squat", "lunge")))
SIGN = CheckEnded("", EndReason.SIGN)


def raw(path: Path) -> closing[sqlite3.Connection]:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous = OFF")
    return closing(connection)


def in_memory(path: Path) -> closing[sqlite3.Connection]:
    """The same history where no disk is waited for."""
    memory = sqlite3.connect(":memory:", isolation_level=None)
    with raw(path) as connection:
        connection.backup(memory)
    return closing(memory)


def kept(folder: Path, *told: Told) -> Path:
    """A history in which that was told, in order; its path."""
    with history_in(folder) as history:
        for one in told:
            history.keep(one, moment())
        return history.path


def events_in(folder: Path) -> tuple[SafetyEvent, ...]:
    with history_in(folder) as history:
        return tuple(history.safety_events())


def own(folder: Path) -> list[bool]:
    return [event.own for event in events_in(folder)]


def standing(folder: Path) -> Standing | None:
    outcome = check_now(rules(), events_in(folder), moment())
    return outcome.standing if outcome else None


def old_file(folder: Path, version: int) -> Path:
    path = folder / "history.sqlite3"
    text = Path(__file__).with_name(f"schema_{version}.sql").read_text(encoding="utf-8")
    with raw(path) as connection:
        connection.executescript(text)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {version}")
    return path


def rows(path: Path) -> list[tuple[object, ...]]:
    with raw(path) as connection:
        return [
            row
            for table in OLD_TABLES
            for row in connection.execute(f"SELECT '{table}', * FROM {table} ORDER BY 2, 3")  # noqa: S608
        ]


def changed_by_hand(path: Path, *statements: str) -> None:
    """What somebody does who edits the file and is not stopped by its triggers."""
    with raw(path) as connection:
        connection.execute("BEGIN")
        without_triggers(connection)
        for statement in statements:
            connection.execute(statement)
        connection.execute("COMMIT")


def without_triggers(connection: sqlite3.Connection) -> list[str]:
    """Take the triggers out; the statements that put them back."""
    found = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    triggers = dict(found.fetchall())
    for name in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    return list(triggers.values())


def test_all_that_was_told_is_told_again_in_order(tmp_path: Path) -> None:
    partly = CheckAnswers(None, None, {"A1": Answer.NOT_SURE})
    with history_in(tmp_path) as history:
        first = history.keep(check("B1", age=54, pain=3), moment())
        clearance = ClearanceGiven(first, DAY)
        end = CheckEnded(first, EndReason.EXPIRED)
        told = (seven(leg=Answer.NOT_SURE), single(), clearance, partly, end, SIGN)
        ids = [history.keep(one, days_on(n)) for n, one in enumerate(told, start=1)]
        assert history.check() == ()
    events = events_in(tmp_path)
    assert [event.told for event in events] == [check("B1", age=54, pain=3), *told]
    assert [event.id for event in events] == [first, *ids]
    assert [event.when for event in events] == [days_on(n) for n in range(7)]
    assert all(event.own for event in events)
    assert len({*ids, first}) == 7


def test_the_mark_beside_the_history_is_closed_to_others(tmp_path: Path) -> None:
    path = kept(tmp_path, check())
    mark = path.with_name("history.sqlite3.seal")
    assert stat.S_IMODE(mark.stat().st_mode) == 0o600
    assert sorted(json.loads(mark.read_text())) == ["key", "newest", "number"]


def test_a_refusal_is_kept_with_its_way_and_its_exercises(tmp_path: Path) -> None:
    empty = RefusalKept(days_on(1), Way.PLAN, Refused(Refusal.EMPTY, ()))
    with history_in(tmp_path) as history:
        assert history.refusals() == ()
        history.keep_refusal(REFUSAL)
        history.keep_refusal(empty)
    with history_in(tmp_path) as history:
        assert tuple(history.refusals()) == (REFUSAL, empty)
        assert history.check() == ()


def test_what_another_window_tells_is_seen(tmp_path: Path) -> None:
    with history_in(tmp_path) as here, history_in(tmp_path) as there:
        here.keep(check(), moment())
        assert len(here.safety_events()) == len(there.safety_events()) == 1
        there.keep(SIGN, moment())
        assert [event.told for event in here.safety_events()] == [check(), SIGN]
        here.keep(check(), moment())
        assert [event.own for event in there.safety_events()] == [True] * 3


def test_a_long_history_is_read_from_the_eighth_check_before_now(tmp_path: Path) -> None:
    told = [one for _ in range(10) for one in (check(), seven())]
    kept(tmp_path, *told)
    events = events_in(tmp_path)
    assert [event.told for event in events] == told[4:]
    assert all(event.own for event in events)


# What is not our own may close and never opens.


def test_an_imported_check_is_marked_as_such_and_not_added_twice(tmp_path: Path) -> None:
    kept(tmp_path / "a", check(), seven())
    arrived = events_in(tmp_path / "a")
    with history_in(tmp_path / "b") as history:
        history.add_arrived(arrived)
        history.add_arrived(arrived)
        assert history.check() == ()
    assert own(tmp_path / "b") == [False, False]
    assert standing(tmp_path / "a") is Standing.VALID  # the control
    assert standing(tmp_path / "b") is Standing.NOT_FROM_HERE
    kept(tmp_path / "b", check())
    assert own(tmp_path / "b") == [False, False, True]
    assert standing(tmp_path / "b") is Standing.VALID


def test_a_history_restored_from_a_copy_opens_nothing(tmp_path: Path) -> None:
    path = kept(tmp_path, check(), seven())
    copy = shutil.copy(path, tmp_path / "copy")
    kept(tmp_path, check("A1"))
    shutil.copy(copy, path)
    assert own(tmp_path) == [False, False]
    assert standing(tmp_path) is Standing.NOT_FROM_HERE
    kept(tmp_path, check())
    assert own(tmp_path) == [False, False, True]  # and what was restored stays restored


def test_a_history_on_another_computer_opens_nothing(tmp_path: Path) -> None:
    path = kept(tmp_path / "a", check())
    (tmp_path / "b").mkdir()
    shutil.copy(path, tmp_path / "b")
    assert own(tmp_path / "b") == [False]


BY_HAND = {
    "answer": "UPDATE sign_answer SET answer = 'no' WHERE event = 1 AND sign = 'B1'",
    "answer_gone": "DELETE FROM sign_answer WHERE event = 1 AND sign = 'B1'",
    "age": "UPDATE sign_check SET age = 20 WHERE event = 1",
    "moment": "UPDATE safety_event SET at = at - 60 WHERE number = 1",
    "unsealed": "UPDATE safety_event SET seal = NULL WHERE number = 1",
    "seal": "UPDATE safety_event SET seal = zeroblob(32) WHERE number = 1",
}


@pytest.mark.parametrize("statement", BY_HAND.values(), ids=BY_HAND)
def test_a_check_changed_by_hand_is_not_our_own(tmp_path: Path, statement: str) -> None:
    path = kept(tmp_path, check("B1"))
    assert own(tmp_path) == [True]
    changed_by_hand(path, statement)
    assert own(tmp_path) == [False]


def test_a_check_added_by_hand_is_not_our_own(tmp_path: Path) -> None:
    path = kept(tmp_path, check("A1"))
    changed_by_hand(
        path,
        "INSERT INTO safety_event SELECT 2, zeroblob(16), kind, at, offset_minutes, day, origin,"
        " seal FROM safety_event",
        "INSERT INTO sign_check SELECT 2, age, pain_rest FROM sign_check",
        "INSERT INTO sign_answer SELECT 2, sign, 'no' FROM sign_answer",
    )
    assert len(events_in(tmp_path)) == 2
    assert standing(tmp_path) is Standing.NOT_FROM_HERE


@pytest.mark.parametrize("last", [False, True])
def test_a_sign_taken_out_by_hand_brings_nothing_back(tmp_path: Path, last: bool) -> None:
    """Whether it was the newest row, which the mark tells, or one in between, as the seals do."""
    path = kept(tmp_path, check(), SIGN, *(() if last else (seven(),)))
    assert standing(tmp_path) is Standing.NEW_SIGN
    changed_by_hand(
        path,
        "DELETE FROM check_end WHERE event = 2",
        "DELETE FROM safety_event WHERE number = 2",
    )
    outcome = check_now(rules(), events_in(tmp_path), moment())
    assert outcome is not None
    assert (outcome.standing, outcome.locks) == (Standing.NOT_FROM_HERE, EVERYTHING)


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"key": "00", "number": 1, "newest": ""}', b"\xff\xfe"]
)
def test_a_mark_that_cannot_be_read_opens_nothing_until_the_next_check(
    tmp_path: Path, damage: bytes
) -> None:
    path = kept(tmp_path, check())
    path.with_name("history.sqlite3.seal").write_bytes(damage)
    assert own(tmp_path) == [False]
    kept(tmp_path, check())
    assert own(tmp_path) == [False, True]


def test_a_mark_left_behind_by_a_crash_is_still_found(tmp_path: Path) -> None:
    path = kept(tmp_path, check())
    mark = path.with_name("history.sqlite3.seal")
    before = mark.read_bytes()
    kept(tmp_path, seven(), single())
    mark.write_bytes(before)
    assert own(tmp_path) == [True] * 3
    kept(tmp_path, single())
    assert own(tmp_path) == [True] * 4


def test_where_the_mark_cannot_be_kept_nothing_is(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        history.path.with_name("history.sqlite3.seal").mkdir()
        with pytest.raises(JournalError):
            history.keep(check(), moment())
        assert history.safety_events() == ()
        history.path.with_name("history.sqlite3.seal").rmdir()
        history.keep(check(), moment())  # the control
        assert len(history.safety_events()) == 1


def test_what_only_a_newer_program_tells_closes_everything(tmp_path: Path) -> None:
    path = kept(tmp_path, check())
    assert standing(tmp_path) is Standing.VALID
    with raw(path) as connection:
        connection.execute(
            "INSERT INTO safety_event SELECT 2, zeroblob(16), 'scan', at, offset_minutes, day,"
            " origin, NULL FROM safety_event"
        )
    assert standing(tmp_path) is Standing.NEW_SIGN


# The file holds its rows, old files open, and older programs open this one.


def full(folder: Path) -> Path:
    path = kept(folder, check(), seven(), ClearanceGiven("00" * 16, DAY), SIGN)
    with history_in(folder) as history:
        history.keep_refusal(REFUSAL)
    return path


def test_rows_stay_as_they_were_told(tmp_path: Path) -> None:
    path = full(tmp_path)
    for table in SAFETY_TABLES:
        with in_memory(path) as connection:
            column = connection.execute(f"PRAGMA table_info({table})").fetchall()[-1][1]
            change = f"UPDATE {table} SET {column} = {column}"  # noqa: S608
            for statement in (change, f"DELETE FROM {table}"):  # noqa: S608
                with pytest.raises(sqlite3.IntegrityError, match=f"{table} stays as it was told"):
                    connection.execute(statement)
            without_triggers(connection)
            assert connection.execute(change).rowcount > 0  # the control


ODD = {
    "UPDATE safety_event SET day = '2026-02-31'": "damaged_values",
    "UPDATE clearance SET seen = '2026-02-31'": "damaged_values",
    "UPDATE sign_answer SET answer = 'perhaps' WHERE sign = 'A1'": "damaged_values",
    "UPDATE gate SET kind = 'eight'": "damaged_values",
    "UPDATE check_end SET reason = 'tired'": "damaged_values",
    "UPDATE refusal SET reason = 'mood'": "damaged_values",
    "DELETE FROM gate": "damaged_links",
}


def test_the_check_of_the_file_finds_what_we_never_write(tmp_path: Path) -> None:
    path = full(tmp_path)
    for statement, code in ODD.items():
        with in_memory(path) as connection:
            assert check_history(connection) == ()  # the control
            triggers = without_triggers(connection)
            connection.execute(statement)
            for trigger in triggers:
                connection.execute(trigger)
            assert code in check_history(connection), statement


def test_a_row_without_what_it_tells_is_found_and_not_read(tmp_path: Path) -> None:
    path = full(tmp_path)
    with raw(path) as connection:
        connection.execute(
            "INSERT INTO safety_event SELECT 9, zeroblob(16), 'check', at, offset_minutes, day,"
            " origin, NULL FROM safety_event WHERE number = 1"
        )
        assert check_history(connection) == ("damaged_values",)
    with history_in(tmp_path) as history, pytest.raises(JournalError) as error:
        history.safety_events()
    assert error.value.code == "damaged"


def test_current_from_65537(tmp_path: Path) -> None:
    """A file of version 1.1 keeps every row and gets empty tables; a copy is frozen beside this."""
    path = old_file(tmp_path, 65537)
    before = rows(path)
    with history_in(tmp_path) as history:
        assert history.check() == ()
        assert history.safety_events() == history.refusals() == ()
        history.keep(check(), moment())
        assert [event.own for event in history.safety_events()] == [True]
    assert rows(path) == before
    with raw(path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (65538,)


def test_a_file_of_65538_is_told_as_it_was_frozen(tmp_path: Path) -> None:
    old_file(tmp_path, 65538)
    first = "60" * 16
    with history_in(tmp_path) as history:
        assert history.check() == ()
        events = history.safety_events()
        refused = Refused(Refusal.LOCKED, ("squat", "lunge"))
        assert [one.refused for one in history.refusals()] == [refused]
    signs = {"A1": Answer.NO, "B1": Answer.NOT_SURE, "D1": Answer.YES}
    assert [event.told for event in events] == [
        CheckAnswers(54, 3, signs),
        GateGiven(GateKind.SEVEN, {"breath": Answer.NOT_SURE, "leg": Answer.NO}),
        ClearanceGiven(first, DAY.replace(day=30)),
        CheckEnded(first, EndReason.EXPIRED),
    ]
    assert not any(event.own for event in events)  # its mark was kept elsewhere


def test_a_program_of_65537_takes_the_file_for_one_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = full(tmp_path)
    monkeypatch.setattr(checking, "MIGRATIONS", MIGRATIONS[:2])
    monkeypatch.setattr(checking, "VERSION", MIGRATIONS[1][0])
    with raw(path) as connection:
        assert check_history(connection) == ()
        connection.execute("DROP TRIGGER note_stays")
        assert check_history(connection) == ("damaged_shape",)  # the control


def test_a_file_of_65537_that_can_only_be_read_tells_nothing_and_keeps_nothing() -> None:
    with ordinary_person() as folder:
        path = old_file(folder, 65537)
        path.chmod(0o400)
        with HistoryFile(path, StandingClock(), 50) as history:
            assert history.safety_events() == history.refusals() == ()
            for write in (
                lambda: history.keep(check(), moment()),
                lambda: history.keep_refusal(REFUSAL),
            ):
                with pytest.raises(JournalError) as error:
                    write()
                assert error.value.code == "read_only"


def test_the_history_in_json_is_the_same_with_and_without_checks(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        history.add([whole()])
        before = history_json(history.sessions())
        history.keep(check("B1"), moment())
        history.keep_refusal(REFUSAL)
        assert history_json(history.sessions()) == before


def test_when_the_newest_session_began(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        assert history.last_begun() is None
        history.add([whole(started=1_774_958_400), whole(started=1_774_950_000)])
        assert history.last_begun() == 1_774_958_400
