"""The words of the check of warning signs: first start, screens, signs, the daily questions."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kneecoach.domain.check import Check
from kneecoach.domain.parsing import Table
from kneecoach.domain.worded import LONGEST, lines, worded

SIGN_LENGTH = 110  # characters: two lines of a row (look-pages 2)
TITLE_LENGTH = 32  # characters
LINE_LENGTH = 100  # characters

# The seven questions before the first session of a day, in the order asked (guide 3.5).
GATE = ("leg", "throbbing", "breath", "foot", "heat", "movement", "nerves")

# History and risks: signs that the repeat after 14 days shows with the answer of the last time.
SHOWN_AGAIN = (
    *("CR1", "CR2", "CR3", "CR4", "CR4b", "CR5", "CR6", "CR7", "CR8"),
    *("C8", "I4", "I5", "I6", "F1b", "J1", "J4", "J5", "J6"),
)

_LENGTHS = {"title": TITLE_LENGTH, "line": LINE_LENGTH}
_GAPS = {"still.age": ("age",), "outcome.valid": ("day",), "note.pain": ("side", "since")}


@dataclass(frozen=True, slots=True)
class StartText:
    """The first start: what this program is and is not (guide 7.4)."""

    title: str
    minutes: str
    is_heading: str
    is_lines: tuple[str, ...]
    is_not_heading: str
    is_not_lines: tuple[str, ...]
    help_heading: str
    help: str
    never: str
    review: str  # stands until a clinician has signed the content
    confirm: str  # the box to tick, spoken by the person


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """The answers to a sign; the last one says no to all that are still open on a screen."""

    yes: str
    not_sure: str
    no: str
    none_of_these: str


@dataclass(frozen=True, slots=True)
class NumberQuestion:
    """A question that a number answers."""

    question: str
    hint: str


@dataclass(frozen=True, slots=True)
class ScreenText:
    """The head of one of the six screens."""

    title: str
    line: str


@dataclass(frozen=True, slots=True)
class StillText:
    """The repeat after 14 days: headings over the `SHOWN_AGAIN` signs, and the age with {age}.

    `all_as_last` confirms every sign that was ticked the last time.
    """

    title: str
    line: str
    ticked: str  # over those ticked the last time
    open: str  # over those not ticked; here, too, yes means that it is so
    age: str
    all_as_last: str


@dataclass(frozen=True, slots=True)
class GateText:
    """The questions before a session (guide 3.5)."""

    title: str
    line: str
    single: str  # before each later session of a day
    later: str
    questions: Mapping[str, str]  # by the names in GATE


@dataclass(frozen=True, slots=True)
class ClearanceText:
    """The question after an outcome that asked for a clinician (guide 3.7)."""

    question: str
    day: str
    line: str
    too_old: str  # under a day that does not count


@dataclass(frozen=True, slots=True)
class OutcomeText:
    """What is said where no help page opens (guide 3.2); `valid` has {day}."""

    nothing_ticked: str
    nothing_closed: str
    valid: str


@dataclass(frozen=True, slots=True)
class NoteText:
    """The note handed to a doctor, spoken by the person (guide 3.6); `pain` has {side}, {since}."""

    title: str
    pain: str
    noticed: str
    past: str
    massage: str


@dataclass(frozen=True, slots=True)
class CheckTexts:
    """All words of the check in one language."""

    start: StartText
    answers: AnswerWords
    age: NumberQuestion
    pain: NumberQuestion
    opening: ScreenText  # before the screens, where age or a clinician's word is asked
    screens: Mapping[str, ScreenText]
    signs: Mapping[str, str]  # sign id -> a line that reads by itself
    hints: Mapping[str, str]  # sign id -> how to look, for some of the signs
    still: StillText
    gate: GateText
    clearance: ClearanceText
    outcome: OutcomeText
    note: NoteText


def parse_check_texts(file: Table) -> CheckTexts:
    """The words of the check from their file; raises `ContentError`.

    That they are those of the check's screens and signs is seen to by `require_words`.
    """
    file.complete(CheckTexts.__slots__, "part of the check")
    screens, signs, hints = (file.table(name) for name in ("screens", "signs", "hints"))
    return CheckTexts(
        start=_start(file.table("start")),
        answers=AnswerWords(**_plain(file, "answers", AnswerWords.__slots__)),
        age=NumberQuestion(**_plain(file, "age", NumberQuestion.__slots__)),
        pain=NumberQuestion(**_plain(file, "pain", NumberQuestion.__slots__)),
        opening=ScreenText(**_plain(file, "opening", ScreenText.__slots__)),
        screens={
            name: ScreenText(**_plain(screens, name, ScreenText.__slots__))
            for name in screens.values
        },
        signs={name: worded(signs, name, SIGN_LENGTH) for name in signs.values},
        hints={name: worded(hints, name, LINE_LENGTH) for name in hints.values},
        still=StillText(**_plain(file, "still", StillText.__slots__)),
        gate=_gate(file.table("gate")),
        clearance=ClearanceText(**_plain(file, "clearance", ClearanceText.__slots__)),
        outcome=OutcomeText(**_plain(file, "outcome", OutcomeText.__slots__)),
        note=NoteText(**_plain(file, "note", NoteText.__slots__)),
    )


def require_words(texts: CheckTexts, language: str, check: Check) -> None:
    """Raise `ContentError` unless exactly the check's screens and signs have words."""
    file = f"texts/{language}/check.toml"
    screens = {sign.screen for sign in check.signs.values()}
    Table(file, "screens", texts.screens).complete(screens, "screen")
    Table(file, "signs", texts.signs).complete(check.signs, "sign")
    Table(file, "hints", texts.hints).only(check.signs)
    for name in SHOWN_AGAIN:
        if name not in check.signs:
            raise Table(file, "still", {}).error(name, "there is no such sign to show again")


def _start(table: Table) -> StartText:
    table.complete(StartText.__slots__, "part of the first start")
    lists = {name: lines(table, name, LINE_LENGTH) for name in ("is_lines", "is_not_lines")}
    texts = {name: _text(table, name) for name in StartText.__slots__ if name not in lists}
    return StartText(is_lines=lists["is_lines"], is_not_lines=lists["is_not_lines"], **texts)


def _gate(table: Table) -> GateText:
    table.complete(GateText.__slots__, "part of the gate")
    questions = table.table("questions")
    questions.complete(GATE, "question")
    return GateText(
        title=_text(table, "title"),
        line=_text(table, "line"),
        single=_text(table, "single"),
        later=_text(table, "later"),
        questions={name: worded(questions, name, LINE_LENGTH) for name in GATE},
    )


def _plain(file: Table, key: str, parts: Collection[str]) -> dict[str, str]:
    """The texts of a table that has nothing but these."""
    table = file.table(key)
    table.complete(parts, f"part of {key}")
    return {name: _text(table, name) for name in parts}


def _text(table: Table, name: str) -> str:
    longest = _LENGTHS.get(name, LONGEST)
    return worded(table, name, longest, _GAPS.get(table.at(name), ()))
