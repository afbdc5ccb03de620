"""The note for the doctor: what the person ticked, in the words of the check (guide 3.6).

Nothing is read into it: no level, no rule, no likelihood.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kneecoach.domain.check import Answer, CheckAnswers
from kneecoach.domain.check_texts import SHOWN_AGAIN, CheckTexts
from kneecoach.domain.help_texts import NoteWords
from kneecoach.domain.settings import PainfulSide

BLANK = "____________"  # to be filled in by hand
BOX = "[ ]"  # to be ticked by hand


@dataclass(frozen=True, slots=True)
class NoteFacts:
    """What the note says beside the answers, as words.

    `day` is the day on which the check was answered and `since` the month in which the pain began,
    "" where it is not known; `side` is None until one is chosen, and `whole` False where questions
    were left open.
    """

    day: str = ""
    since: str = ""
    side: PainfulSide | None = None
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Note:
    """The note in its parts, in the order in which they are read."""

    title: str
    day: str  # of the check
    pain: str
    numbers: str  # the age and the pain at rest
    unfinished: str  # "" where every question was answered
    noticed_head: str
    noticed: tuple[str, ...]
    past_head: str
    past: tuple[str, ...]
    massage: str  # the person's own statement: a box to tick stands before it
    foot: str

    @property
    def text(self) -> str:
        """The note as plain text, to be copied."""
        return f"{self.headline}\n\n{self.body}\n\n{self.foot}\n"

    @property
    def headline(self) -> str:
        """The title with the day."""
        return f"{self.title}, {self.day}"

    @property
    def body(self) -> str:
        """The text without its title and its foot."""
        parts = ["\n".join(filter(None, (self.pain, self.numbers, self.unfinished)))]
        for head, signs in self.lists:
            parts.append("\n".join((head, *(f"- {sign}" for sign in signs))))
        return "\n\n".join((*parts, f"{BOX} {self.massage}"))

    @property
    def lists(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What was ticked under its two headings; a heading with nothing under it is left out."""
        both = ((self.noticed_head, self.noticed), (self.past_head, self.past))
        return tuple((head, signs) for head, signs in both if signs)


def note_of(
    answers: CheckAnswers | None, facts: NoteFacts, check: CheckTexts, words: NoteWords
) -> Note:
    """The note about these answers; None leaves all that a check tells to be filled in by hand.

    A sign of `SHOWN_AGAIN` (history and risks) is told as past, each other one as noticed that day.
    """
    told = answers or CheckAnswers()
    age, pain = (BLANK if value is None else value for value in (told.age, told.pain_rest))
    return Note(
        title=check.note.title,
        day=facts.day or BLANK,
        pain=_pain(facts, check, words),
        numbers=f"{words.age.format(age=age)}. {words.pain.format(pain=pain)}.",
        unfinished="" if answers is None or facts.whole else words.unfinished,
        noticed_head=check.note.noticed,
        noticed=tuple(_ticked(told, check, words, past=False)),
        past_head=check.note.past,
        past=tuple(_ticked(told, check, words, past=True)),
        massage=check.note.massage,
        foot=f"{words.foot} {check.start.review}.",
    )


def _pain(facts: NoteFacts, check: CheckTexts, words: NoteWords) -> str:
    since = facts.since or BLANK
    if facts.side is PainfulSide.BOTH:
        return words.both.format(since=since)
    sides = {PainfulSide.LEFT: words.left, PainfulSide.RIGHT: words.right, None: BLANK}
    return check.note.pain.format(side=sides[facts.side], since=since)


def _ticked(
    answers: CheckAnswers, check: CheckTexts, words: NoteWords, *, past: bool
) -> Iterator[str]:
    for name, line in check.signs.items():
        given = answers.signs.get(name, Answer.NO)
        if given is Answer.NO or (name in SHOWN_AGAIN) is not past:
            continue
        yield words.not_sure.format(sign=line) if given is Answer.NOT_SURE else line
