"""The history in one SQLite file: every call is committed when it returns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from kneecoach.clock import Clock
from kneecoach.domain.answers import Hurt
from kneecoach.domain.history import (
    AddedPart,
    CountCorrection,
    Draft,
    RepetitionDone,
    SessionEnd,
    SessionRecord,
    SessionStart,
    WholeSession,
)
from kneecoach.store import answers, writing
from kneecoach.store.checking import check_history
from kneecoach.store.drafts import settle_drafts
from kneecoach.store.folder import HISTORY, close_to_others, narrow_folder
from kneecoach.store.migrations import data_version, migrate, transaction, version_of
from kneecoach.store.opening import connect, is_there, make_new, may_write, refuse_foreign
from kneecoach.store.reading import OddValueError, read_sessions
from kneecoach.store.safety_schema import SAFETY_SINCE
from kneecoach.store.trouble import stopped, told
from kneecoach.store.turn import Turn

if TYPE_CHECKING:  # loaded when the first of it is told
    from kneecoach.domain.check_records import Moment, RefusalKept, SafetyEvent, Told

# A commit takes milliseconds, so only another program can hold the file for longer; desktops call a
# window that is silent for 5 s hung, and two calls may wait one after the other.
PATIENCE_MS = 2000


def existing_history(folder: Path, clock: Clock) -> HistoryFile | None:
    """The history of a data folder, None where there is none yet; nothing is made.

    Raises JournalError as `HistoryFile` does.
    """
    path = folder / HISTORY
    with told(path):
        there = is_there(path)
    return HistoryFile(path, clock) if there else None


class HistoryFile:
    """A `Journal` in a file; it is made, with its folder, where there is none.

    `read_only` tells that sessions can be read but nothing can be saved. Making one raises
    JournalError: damaged, newer, not_ours, locked, read_only, full, missing_folder or unreadable;
    a file that is refused is left untouched byte for byte. One thread only.
    """

    def __init__(self, path: Path, clock: Clock, patience_ms: int = PATIENCE_MS) -> None:
        self.path = path
        self._clock = clock
        self._turn = Turn(path)
        self._told: tuple[tuple[int, int], Sequence[SafetyEvent]] = ((0, 0), ())
        with told(path):
            if not is_there(path):
                make_new(path, patience_ms)
            refuse_foreign(path)
            self.read_only = not may_write(path)
            self._connection = connect(path, patience_ms, self.read_only)
            try:
                self._make_current()
            except BaseException:
                self._connection.close()
                raise

    def _make_current(self) -> None:
        """Take the missing steps and close file and folder to others, where they may be written."""
        if not self.read_only:
            migrate(self._connection)
            close_to_others(self.path)
            narrow_folder(self.path.parent)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; no call may follow."""
        self._connection.close()
        self._turn.leave()

    def begin(self, start: SessionStart) -> str:
        """Open a draft and return its id, 32 hex digits."""
        with self._writing():
            return writing.insert_session(self._connection, start)[1]

    def add_part(self, session_id: str, part: AddedPart) -> None:
        """Commit a part that takes over the rest of others; once more changes nothing."""
        with self._writing():
            row = writing.open_row(self._connection, session_id)
            answers.insert_part(self._connection, row, part)

    def hurt(self, session_id: str, hurt: Hurt) -> None:
        """Commit that it hurt and what was chosen."""
        with self._writing():
            row = writing.open_row(self._connection, session_id)
            answers.insert_hurt(self._connection, row, hurt)

    def repetition(self, session_id: str, done: RepetitionDone) -> None:
        """Commit one finished repetition, hold or side; once more keeps the longer time."""
        with self._writing():
            row = writing.open_row(self._connection, session_id)
            writing.put_repetition(self._connection, row, done)

    def correct(self, session_id: str, correction: CountCorrection) -> None:
        """Commit a corrected count as a row of its own, also after the end."""
        with self._writing():
            row, _ = writing.session_row(self._connection, session_id)
            writing.insert_correction(self._connection, row, correction, self._now())

    def rate(self, session_id: str, kind: str, value: int) -> None:
        """Commit a pain rating 0 to 10 of `kind` before, during, worst or after.

        Raises ValueError for another kind or value.
        """
        with self._writing():
            row, _ = writing.session_row(self._connection, session_id)
            writing.insert_rating(self._connection, row, kind, value, self._now())

    def finish(self, session_id: str, end: SessionEnd) -> None:
        """Close the draft; the file itself refuses to change its rows after that.

        Raises LookupError for a session that is finished already.
        """
        with self._writing():
            row = writing.open_row(self._connection, session_id)
            writing.close_session(self._connection, row, end, self._now())

    def discard(self, session_id: str) -> None:
        """Take a session back by a deletion row; its rows stay, it is told no more."""
        with self._writing():
            writing.session_row(self._connection, session_id)
            writing.insert_deletion(self._connection, session_id, self._now())

    def draft(self) -> Draft | None:
        """The newest session that was cut off with something done, to be gone on with.

        Older ones are closed with what was done, and drafts in which nothing was done are taken
        back. None also where nothing can be written, and while another program that has asked this
        is running: its session is no draft.
        """
        if self.read_only:
            return None
        with told(self.path):
            if not self._turn.take():
                return None
            try:
                return settle_drafts(self._connection, self._now())
            except OddValueError as error:
                raise stopped("damaged", self.path) from error

    def sessions(
        self, first: date | None = None, last: date | None = None
    ) -> Sequence[SessionRecord]:
        """The sessions of those days (both included), oldest first, corrections applied.

        A draft is told as not finished, with what was done; one with nothing done is not told,
        unless it hurt.
        """
        with told(self.path):
            try:
                return read_sessions(self._connection, first, last)
            except OddValueError as error:
                raise stopped("damaged", self.path) from error

    def last_begun(self) -> int | None:
        """When the newest session began, in UTC seconds, also one with nothing done; or None."""
        with told(self.path):
            found = self._connection.execute("SELECT max(started) FROM session").fetchone()[0]
        return None if found is None else int(found)

    def keep(self, said: Told, when: Moment) -> str:
        """Commit a check, a gate, a clearance or the end of a check; its id, 32 hex digits."""
        from kneecoach.store.safety_events import keep_event

        self._require_writing()
        with told(self.path):
            return keep_event(self._connection, self.path, said, when)

    def safety_events(self) -> Sequence[SafetyEvent]:
        """What was told since the eighth check before now, in the order of writing.

        Whatever was imported, restored or changed by hand is told as not our own.
        """
        with told(self.path):
            changes = (data_version(self._connection), self._connection.total_changes)
            if self._told[0] != changes:
                self._told = (changes, self._read_events())
        return self._told[1]

    def _read_events(self) -> Sequence[SafetyEvent]:
        if not self._has_safety("safety_event"):
            return ()
        from kneecoach.store.safety_events import read_events

        try:
            return read_events(self._connection, self.path)
        except OddValueError as error:
            raise stopped("damaged", self.path) from error

    def add_arrived(self, events: Iterable[SafetyEvent]) -> None:
        """Commit events from elsewhere, all or none; they are told as not our own."""
        from kneecoach.store.safety_events import insert_arrived

        with self._writing():
            insert_arrived(self._connection, events)

    def keep_refusal(self, refusal: RefusalKept) -> None:
        """Commit that something was refused."""
        from kneecoach.store.refusals import insert_refusal

        with self._writing():
            insert_refusal(self._connection, refusal)

    def refusals(self) -> Sequence[RefusalKept]:
        """What was refused, in the order of writing."""
        with told(self.path):
            if not self._has_safety("refusal"):
                return ()
            from kneecoach.store.refusals import read_refusals

            try:
                return read_refusals(self._connection)
            except OddValueError as error:
                raise stopped("damaged", self.path) from error

    def is_empty(self) -> bool:
        """True where no session was ever begun."""
        with told(self.path):
            return self._connection.execute("SELECT 1 FROM session").fetchone() is None

    def check(self) -> tuple[str, ...]:
        """The codes of what is wrong with the file, worst first; empty where all is well."""
        with told(self.path):
            return check_history(self._connection)

    def add(self, sessions: Iterable[WholeSession]) -> None:
        """Write whole, finished sessions in one transaction: all of them or none."""
        with self._writing():
            for start, repetitions, end in sessions:
                row, _ = writing.insert_session(self._connection, start)
                writing.insert_repetitions(self._connection, row, repetitions)
                ended = start.started + sum(end.part_ms) // 1000
                writing.close_session(self._connection, row, end, ended)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._require_writing()
        with told(self.path), transaction(self._connection):
            yield

    def _require_writing(self) -> None:
        if self.read_only:
            raise stopped("read_only", self.path)

    def _has_safety(self, table: str) -> bool:
        """Whether there is any row of that table; a file of an older version has none."""
        if version_of(self._connection) < SAFETY_SINCE:
            return False
        found = self._connection.execute(f"SELECT 1 FROM {table} LIMIT 1")  # noqa: S608 (ours)
        return found.fetchone() is not None

    def _now(self) -> int:
        return self._clock.wall().utc
