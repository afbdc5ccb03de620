"""Writes a session into the journal as it happens, and keeps what could not be written."""

from __future__ import annotations

from collections.abc import Callable

from kneecoach.domain.answers import Hurt
from kneecoach.domain.history import (
    AddedPart,
    CountCorrection,
    Journal,
    JournalError,
    RepetitionDone,
    SessionEnd,
    SessionStart,
)

Entry = Callable[[Journal, str], None]


class Recorder:
    """One session's road into the journal: in order, nothing twice, nothing lost.

    An entry that can't be written waits, with all after it, and is tried again with the next one.
    """

    def __init__(self, journal: Journal, start: SessionStart, draft: str | None = None) -> None:
        """`draft` is the id of an open draft to write on in; without it one is opened."""
        self._journal = journal
        self._start = start
        self._id = draft
        self._waiting: list[Entry] = []
        self._end: SessionEnd | None = None
        self.trouble: JournalError | None = None

    @property
    def session_id(self) -> str | None:
        """The draft's id once it is open."""
        return self._id

    @property
    def saved(self) -> bool:
        """True when everything told so far has been written."""
        return self._id is not None and not self._waiting and self._end is None

    def begin(self) -> bool:
        """Open the draft; False when that has to wait."""
        return self.flush()

    def repetition(self, done: RepetitionDone) -> bool:
        """Write a finished repetition or hold; False when it has to wait."""
        return self._add(lambda journal, key: journal.repetition(key, done))

    def add_part(self, part: AddedPart) -> bool:
        """Write a part that takes over the rest of others; False when it has to wait."""
        return self._add(lambda journal, key: journal.add_part(key, part))

    def hurt(self, hurt: Hurt) -> bool:
        """Write that it hurt and what was chosen; False when it has to wait."""
        return self._add(lambda journal, key: journal.hurt(key, hurt))

    def correct(self, correction: CountCorrection) -> bool:
        """Write a corrected count; False when it has to wait."""
        return self._add(lambda journal, key: journal.correct(key, correction))

    def rate(self, kind: str, value: int) -> bool:
        """Write a pain rating 0 to 10; False when it has to wait."""
        return self._add(lambda journal, key: journal.rate(key, kind, value))

    def finish(self, end: SessionEnd) -> bool:
        """Close the session; False when that has to wait. A later end takes its place then."""
        self._end = end
        return self.flush()

    def reopen(self) -> None:
        """Forget an end that could not be written yet."""
        self._end = None

    def discard(self) -> bool:
        """Take back a session in which nothing was done; False when that has to wait."""
        self._waiting.clear()
        if self._id is None:
            return True
        return self._add(lambda journal, key: journal.discard(key))

    def flush(self) -> bool:
        """Try to write what waits; `trouble` says what stands in the way."""
        try:
            self._write()
        except JournalError as trouble:
            self.trouble = trouble
            return False
        self.trouble = None
        return True

    def _add(self, entry: Entry) -> bool:
        self._waiting.append(entry)
        return self.flush()

    def _write(self) -> None:
        if self._id is None:
            self._id = self._journal.begin(self._start)
        while self._waiting:
            self._waiting[0](self._journal, self._id)
            self._waiting.pop(0)
        if self._end is not None:
            self._journal.finish(self._id, self._end)
            self._end = None
