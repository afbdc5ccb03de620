"""What was answered is kept row by row, told again, and never changed afterwards."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kneecoach.domain.answers import NO_ANSWERS, NOTE_LENGTH, Answers, Effort, Hurt, PainChoice
from kneecoach.domain.catalogue import Dose, Side
from kneecoach.domain.history import AddedPart, DoneSet, RepetitionDone, SessionEnd
from kneecoach.store import checking
from kneecoach.store.checking import check_history
from kneecoach.store.history import HistoryFile
from kneecoach.store.migrations import APPLICATION_ID, MIGRATIONS
from tests.store.sample import NOON, StandingClock, history_in, ordinary_person, raises, start

ANSWERS = Answers(Effort.RIGHT, True, False, (("leg_raise", True),), "Slept badly. Ü")
HURT = Hurt(0, PainChoice.EASIER, 4, NOON + 90)
EASIER = AddedPart(2, "leg_raise", Side.LEFT, Dose(2, 8, None, 45), (0,))
OLD = Path(__file__).parent / "schema_65536.sql"
NEW_TABLES = ("replacement", "hurt", "answer", "note")


def answered(history: HistoryFile) -> str:
    """A finished session in which it hurt, something was made easier and all was answered."""
    name = history.begin(start())
    for done in raises(4):
        history.repetition(name, done)
    history.hurt(name, HURT)
    history.add_part(name, EASIER)
    history.repetition(name, RepetitionDone(2, 1, 1, 6000, 9000))
    history.finish(name, SessionEnd(4, 2, (24_000, 0, 9000), ANSWERS))
    return name


def old_file(folder: Path) -> Path:
    """A history as version 1.0 left it."""
    path = folder / "history.sqlite3"
    with raw(path) as connection:
        connection.executescript(OLD.read_text(encoding="utf-8"))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 65536")
    return path


def raw(path: Path) -> closing[sqlite3.Connection]:
    return closing(sqlite3.connect(path, isolation_level=None))


def test_all_that_was_answered_is_told_again(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        answered(history)
    with history_in(tmp_path) as history:
        (record,) = history.sessions()
        assert history.check() == ()
    assert (record.answers, record.hurts) == (ANSWERS, (HURT,))
    assert (record.pain_worst, record.pain_after) == (4, 2)


def test_an_easier_part_is_told_with_what_it_took_over(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        answered(history)
        (record,) = history.sessions()
    harder, untouched, easier = record.exercises
    assert (harder.planned, harder.done) == (Dose(3, 10, None, 45), (DoneSet(1, 4, None),))
    assert (easier.planned, easier.done) == (Dose(2, 8, None, 45), (DoneSet(1, 1, None),))
    assert (harder.instead_of, easier.instead_of) == ((), (0,))
    assert (easier.two_more, untouched.two_more) == (True, None)


def test_what_was_taken_over_before_anything_was_done_is_not_told_to_the_person(
    tmp_path: Path,
) -> None:
    with history_in(tmp_path) as history:
        name = history.begin(start())
        history.add_part(name, replace(EASIER, instead_of=(0,)))
        history.repetition(name, RepetitionDone(2, 1, 1, 6000, 9000))
        (record,) = history.sessions()
    assert [exercise.planned.reps for exercise in record.exercises] == [10, None, 8]
    assert [exercise.planned.reps for exercise in record.told] == [None, 8]


def test_a_part_that_is_added_once_more_is_the_same_part(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        name = history.begin(start())
        history.repetition(name, raises(1)[0])
        for _ in range(2):
            history.add_part(name, EASIER)
        (record,) = history.sessions()
    assert len(record.exercises) == 3


def test_a_session_that_hurt_before_anything_was_done_is_told(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        history.finish(history.begin(start()), SessionEnd(None, None, (0, 0)))
        assert history.sessions() == ()  # the control: nothing done and nothing told
        name = history.begin(start())
        history.hurt(name, replace(HURT, choice=PainChoice.SIGNS, pain=None))
        history.finish(name, SessionEnd(None, None, (3000, 0)))
        (record,) = history.sessions()
    assert [hurt.choice for hurt in record.hurts] == [PainChoice.SIGNS]


def test_a_draft_tells_what_took_over_and_what_hurt(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        name = history.begin(start())
        history.repetition(name, raises(1)[0])
        history.hurt(name, HURT)
        history.add_part(name, EASIER)
    with history_in(tmp_path) as history:
        draft = history.draft()
    assert draft is not None
    assert (draft.instead_of, draft.hurts) == (((), (), (0,)), (HURT,))
    assert [dose.reps for _, _, dose in draft.start.parts] == [10, None, 8]


def test_a_draft_in_which_it_hurt_and_nothing_was_done_is_kept(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        history.hurt(history.begin(start()), HURT)
    with history_in(tmp_path) as history:
        assert history.draft() is not None


def test_nothing_answered_leaves_no_row(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        name = history.begin(start())
        history.repetition(name, raises(1)[0])
        history.finish(name, SessionEnd(None, None, (6000, 0)))
        (record,) = history.sessions()
        path = history.path
    assert record.answers == NO_ANSWERS
    with raw(path) as connection:
        counts = [connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in NEW_TABLES]  # noqa: S608
    assert counts == [0, 0, 0, 0]


def test_a_note_of_the_greatest_length_is_kept_and_a_longer_one_refused(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        name = history.begin(start())
        history.repetition(name, raises(1)[0])
        with pytest.raises(ValueError, match="note"):
            history.finish(name, SessionEnd(1, 1, (0, 0), Answers(note="ü" * (NOTE_LENGTH + 1))))
        history.finish(name, SessionEnd(1, 1, (0, 0), Answers(note="ü" * NOTE_LENGTH)))
        (record,) = history.sessions()
    assert (record.finished, len(record.answers.note)) == (True, NOTE_LENGTH)


CHANGES = (
    "UPDATE replacement SET instead_of = 1",
    "DELETE FROM replacement",
    "INSERT INTO replacement VALUES (1, 2, 1)",
    "UPDATE hurt SET pain = 0",
    "DELETE FROM hurt",
    "UPDATE answer SET value = 'easy'",
    "DELETE FROM answer",
    "UPDATE note SET text = 'all is well'",
    "DELETE FROM note",
)


@pytest.mark.parametrize("change", CHANGES)
def test_the_file_itself_refuses_to_change_what_was_answered(tmp_path: Path, change: str) -> None:
    with history_in(tmp_path) as history:
        answered(history)
        (before,) = history.sessions()
        with raw(history.path) as connection, pytest.raises(sqlite3.IntegrityError):
            connection.execute(change)
        assert history.sessions() == (before,)


def test_a_later_answer_or_note_may_follow(tmp_path: Path) -> None:
    """The control of the test above: rows may be added, and the latest counts."""
    with history_in(tmp_path) as history:
        answered(history)
        with raw(history.path) as connection:
            connection.execute(
                "INSERT INTO answer VALUES (randomblob(16), 1, 9, 'effort', NULL, 'hard', 5)"
            )
            connection.execute("INSERT INTO note VALUES (randomblob(16), 1, 2, 'Better now.', 5)")
        (record,) = history.sessions()
    assert (record.answers.effort, record.answers.note) == (Effort.HARD, "Better now.")


def test_what_only_a_newer_program_knows_is_left_out(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        answered(history)
        with raw(history.path) as connection:
            for row in (
                "answer VALUES (randomblob(16), 1, 7, 'weather', NULL, 'wet', 5)",
                "answer VALUES (randomblob(16), 1, 8, 'effort', NULL, 'heroic', 5)",
                "hurt VALUES (randomblob(16), 1, 2, 0, 'sing', 3, 5)",
            ):
                connection.execute(f"INSERT INTO {row}")
        (record,) = history.sessions()
        assert history.check() == ()
    assert (record.answers, record.hurts) == (ANSWERS, (HURT,))


def test_current_from_65536(tmp_path: Path) -> None:
    """A file of version 1.0 keeps every row and gets empty tables; a copy is frozen beside this."""
    path = old_file(tmp_path)
    with raw(path) as connection:
        before = list(rows(connection))
    with history_in(tmp_path) as history:
        assert history.check() == ()
        records = history.sessions()
    assert [(record.answers, record.hurts) for record in records] == [(NO_ANSWERS, ())] * 2
    with raw(path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (MIGRATIONS[-1][0],)
        assert list(rows(connection)) == before


def rows(connection: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
    """Every row of the tables of version 1.0."""
    for table in ("session", "part", "repetition", "rating", "correction", "deletion"):
        yield from connection.execute(f"SELECT '{table}', * FROM {table} ORDER BY 2, 3")  # noqa: S608


def test_an_older_program_of_the_same_major_takes_the_file_for_one_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with history_in(tmp_path) as history:
        answered(history)
        path = history.path
    monkeypatch.setattr(checking, "MIGRATIONS", MIGRATIONS[:1])
    monkeypatch.setattr(checking, "VERSION", MIGRATIONS[0][0])
    with raw(path) as connection:
        assert check_history(connection) == ()
        connection.execute("DROP TRIGGER rating_stays")
        assert check_history(connection) == ("damaged_shape",)  # the control


def test_a_file_of_version_65536_that_can_only_be_read_is_read() -> None:
    with ordinary_person() as folder:
        path = old_file(folder)
        path.chmod(0o400)
        with HistoryFile(path, StandingClock(), 50) as history:
            assert history.read_only
            records = history.sessions()
        assert [record.answers for record in records] == [NO_ANSWERS] * 2
