"""What was done: records of sessions, and the days, weeks and series drawn from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from kneecoach.domain.answers import NO_ANSWERS, Answers, Hurt
from kneecoach.domain.catalogue import Dose, Side
from kneecoach.domain.plan import Slot

if TYPE_CHECKING:
    from kneecoach.domain.check_records import Moment, RefusalKept, SafetyEvent, Told


@dataclass(frozen=True, slots=True)
class DoneSet:
    """One set that was done: its number from 1 and either repetitions or whole seconds held."""

    set: int
    reps: int | None
    seconds: int | None


@dataclass(frozen=True, slots=True)
class DoneExercise:
    """One exercise of one side: what was planned, what was done, and the seconds it took.

    `seconds` is the time the timeline ran for it, its rests and changes of side included, pauses
    not. `instead_of` has the indexes of the exercises of the session whose rest this easier one
    took over; `two_more` is None where it was not asked or not answered.
    """

    id: str
    side: Side
    planned: Dose
    done: tuple[DoneSet, ...]
    seconds: int
    instead_of: tuple[int, ...] = ()
    two_more: bool | None = None


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One session as the history tells it.

    `id` is 32 hex digits; `day` the local day fixed when the session began; `started` UTC seconds;
    `offset_minutes` the local offset from UTC at that moment; pain 0 to 10, None when not asked or
    not answered; `finished` False while it is a draft (killed before saving).
    """

    id: str
    day: date
    started: int
    offset_minutes: int
    seconds: int
    slot: Slot
    finished: bool
    pain_before: int | None
    pain_worst: int | None
    pain_after: int | None
    exercises: tuple[DoneExercise, ...]
    answers: Answers = NO_ANSWERS
    hurts: tuple[Hurt, ...] = ()

    @property
    def told(self) -> tuple[DoneExercise, ...]:
        """The exercises without those that an easier one took over before anything was done."""
        replaced = {number for exercise in self.exercises for number in exercise.instead_of}
        numbered = enumerate(self.exercises)
        return tuple(e for number, e in numbered if e.done or number not in replaced)


@dataclass(frozen=True, slots=True)
class SessionStart:
    """What is known when a session begins: the parts in order, when, and the pain before."""

    parts: tuple[tuple[str, Side, Dose], ...]  # exercise id, side, dose
    slot: Slot
    started: int
    offset_minutes: int
    day: date
    pain_before: int | None


@dataclass(frozen=True, slots=True)
class AddedPart:
    """A part that joins a session: its index, and the parts whose rest it takes over."""

    number: int
    exercise: str
    side: Side
    dose: Dose
    instead_of: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RepetitionDone:
    """One finished repetition or hold: the part's index, set and repetition from 1, time in ms.

    `part_ms` is the time the timeline has run for that part up to now.
    """

    part: int
    set: int
    rep: int
    ms: int
    part_ms: int


@dataclass(frozen=True, slots=True)
class SessionEnd:
    """What is known when a session is saved: pain, the time each part took in ms, answers."""

    pain_worst: int | None
    pain_after: int | None
    part_ms: tuple[int, ...]
    answers: Answers = NO_ANSWERS


@dataclass(frozen=True, slots=True)
class CountCorrection:
    """A count the person put right before saving: repetitions, or seconds of a hold."""

    part: int
    set: int
    value: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A session as it was kept when it was cut off.

    `done` in the order it was written; `part_ms` the milliseconds the timeline is known to have run
    for each part, which is up to its last finished repetition or hold. `instead_of` has for each
    part the indexes of those it took over, nothing where none was made easier.
    """

    id: str
    start: SessionStart
    done: tuple[RepetitionDone, ...]
    part_ms: tuple[int, ...]
    corrections: tuple[CountCorrection, ...] = ()
    instead_of: tuple[tuple[int, ...], ...] = ()
    hurts: tuple[Hurt, ...] = ()

    @property
    def seconds(self) -> int:
        """The time that is kept, in whole seconds."""
        return sum(self.part_ms) // 1000


# A session told from its beginning to its end, such as one of a made-up history.
WholeSession = tuple[SessionStart, Sequence[RepetitionDone], SessionEnd]


class Journal(Protocol):
    """Where sessions are written and read; every call is committed when it returns.

    Each method raises `JournalError` when the user's world stands in the way (disk full, file
    damaged, locked, read-only); nothing already written is lost.
    """

    def begin(self, start: SessionStart) -> str:
        """Open a draft and return its id."""

    def add_part(self, session_id: str, part: AddedPart) -> None:
        """Commit a part that takes over the rest of others; once more changes nothing."""

    def repetition(self, session_id: str, done: RepetitionDone) -> None:
        """Commit one finished repetition, hold or side; once more keeps the longer time."""

    def correct(self, session_id: str, correction: CountCorrection) -> None:
        """Commit a corrected count as a row of its own."""

    def rate(self, session_id: str, kind: str, value: int) -> None:
        """Commit a pain rating 0 to 10 of `kind` before, during, worst or after."""

    def hurt(self, session_id: str, hurt: Hurt) -> None:
        """Commit that it hurt and what was chosen."""

    def finish(self, session_id: str, end: SessionEnd) -> None:
        """Close the draft; its rows are never updated after that."""

    def discard(self, session_id: str) -> None:
        """Take back a session by a deletion row."""

    def draft(self) -> Draft | None:
        """The newest session that was cut off with something done; older ones are closed.

        Drafts in which nothing was done are taken back. None also where nothing can be written, or
        another program plays on this history.
        """

    def sessions(
        self, first: date | None = None, last: date | None = None
    ) -> Sequence[SessionRecord]:
        """The sessions of those days (both included), oldest first, corrections applied.

        A session without a single finished repetition or hold is not told, unless it hurt.
        """

    def last_begun(self) -> int | None:
        """When the newest session began, in UTC seconds, also one with nothing done; or None."""

    def keep(self, said: Told, when: Moment) -> str:
        """Commit a check, a gate, a clearance or the end of a check; its id, 32 hex digits."""

    def safety_events(self) -> Sequence[SafetyEvent]:
        """What was told of late, in the order of writing: at least back to the check before last.

        Whatever has not been written here by this program is told as not its own.
        """

    def keep_refusal(self, refusal: RefusalKept) -> None:
        """Commit that something was refused."""

    def refusals(self) -> Sequence[RefusalKept]:
        """What was refused, in the order of writing."""


class JournalError(Exception):
    """The user's world stands in the way of the history.

    `code` names the sentence in the texts: damaged, newer, locked, read_only, full, not_ours,
    missing_folder or unreadable; `fields` fill its gaps.
    """

    def __init__(self, code: str, **fields: str) -> None:
        super().__init__(code)
        self.code = code
        self.fields = dict(fields)
