"""A session in words: when, what was done of what was planned, and how it hurt."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from PySide6.QtCore import QCoreApplication, QLocale

from kneecoach.domain.answers import Answers, Effort, Hurt, PainChoice
from kneecoach.domain.catalogue import Side
from kneecoach.domain.history import DoneExercise, SessionRecord
from kneecoach.domain.plan import Slot
from kneecoach.domain.texts import Texts
from kneecoach.ui.charts.words import long_day, minutes_words


def time_words(record: SessionRecord) -> str:
    """The local time at which the session began, as it was then: 08:05."""
    zone = timezone(timedelta(minutes=record.offset_minutes))
    return f"{datetime.fromtimestamp(record.started, UTC).astimezone(zone):%H:%M}"


def slot_words(slot: Slot) -> str:
    """The part of the day a session belongs to."""
    translate = QCoreApplication.translate
    return {
        Slot.MORNING: translate("Sessions", "Morning"),
        Slot.MIDDAY: translate("Sessions", "Midday"),
        Slot.EVENING: translate("Sessions", "Evening"),
        Slot.EXTRA: translate("Sessions", "Extra"),
    }[slot]


def exercise_words(done: DoneExercise, texts: Texts, *, short: bool = False) -> str:
    """The name of an exercise, the short one where asked for, with its side."""
    translate = QCoreApplication.translate
    known = texts.exercises.get(done.id)
    name = translate("Sessions", "Exercise of a newer version")
    if known is not None:
        name = known.short if short else known.name
    patterns = {
        Side.LEFT: translate("Sessions", "{exercise}, left"),
        Side.RIGHT: translate("Sessions", "{exercise}, right"),
    }
    return patterns.get(done.side, "{exercise}").format(exercise=name)


def done_words(done: DoneExercise) -> str:
    """The counts of the sets beside the plan, or the plan alone where all of it was done."""
    planned = done.planned
    if planned.reps is not None:
        return _against(planned.sets, planned.reps, [c.reps or 0 for c in done.done])
    counts = [c.seconds or 0 for c in done.done]
    return _seconds_against(planned.sets, planned.hold_s or 0, counts)


def _against(sets: int, reps: int, counts: list[int]) -> str:
    plan = f"{sets}\u00a0×\u00a0{reps}"
    if counts == [reps] * sets:
        return plan
    text = QCoreApplication.translate("Sessions", "{counts} of {plan}")
    return text.format(counts=_row(counts), plan=plan)


def _seconds_against(sets: int, hold_s: int, counts: list[int]) -> str:
    translate = QCoreApplication.translate
    plan = translate("Sessions", "{sets} × {seconds} s").format(sets=sets, seconds=hold_s)
    plan = plan.replace(" ", "\u00a0")  # a plan is never broken at the end of a line
    if counts == [hold_s] * sets:
        return plan
    return translate("Sessions", "{counts} s of {plan}").format(counts=_row(counts), plan=plan)


def _row(counts: list[int]) -> str:
    return ", ".join(map(str, counts)) or "0"


def pain_captions() -> tuple[str, str, str]:
    """The names of the three ratings of a session, in order of time."""
    translate = QCoreApplication.translate
    return (
        translate("Sessions", "Before"),
        translate("Sessions", "Worst"),
        translate("Sessions", "After"),
    )


def pain_sentence(record: SessionRecord) -> str:
    """The ratings that were given, or that none was."""
    translate = QCoreApplication.translate
    values = (record.pain_before, record.pain_worst, record.pain_after)
    told = [f"{c} {v}" for c, v in zip(pain_captions(), values, strict=True) if v is not None]
    if not told:
        return translate("Sessions", "No pain rating")
    return translate("Sessions", "Pain: {ratings}").format(ratings=", ".join(told))


def told_lines(record: SessionRecord, texts: Texts) -> tuple[str, ...]:
    """What was told besides pain at the ends: when it hurt, signs, effort, two more, the note."""
    hurts = [_hurt_line(record, hurt, texts) for hurt in record.hurts]
    answers = [*_sign_lines(record.answers), *_effort_lines(record.answers)]
    return (*hurts, *answers, *_two_more_lines(record.answers, texts), *_note_lines(record.answers))


def _hurt_line(record: SessionRecord, hurt: Hurt, texts: Texts) -> str:
    translate = QCoreApplication.translate
    chosen = {
        PainChoice.EASIER: translate("Sessions", "made easier"),
        PainChoice.SKIP: translate("Sessions", "skipped"),
        PainChoice.END: translate("Sessions", "ended"),
        PainChoice.GO_ON: translate("Sessions", "went on"),
        PainChoice.SIGNS: translate("Sessions", "ended with a warning sign"),
    }[hurt.choice]
    exercise = ""
    if hurt.part < len(record.exercises):
        exercise = exercise_words(record.exercises[hurt.part], texts, short=True)
    if hurt.pain is None:
        text = translate("Sessions", "It hurt ({exercise}): {choice}")
        return text.format(exercise=exercise, choice=chosen)
    text = translate("Sessions", "It hurt ({exercise}): {pain} of 10, {choice}")
    return text.format(exercise=exercise, pain=hurt.pain, choice=chosen)


def _sign_lines(answers: Answers) -> list[str]:
    translate = QCoreApplication.translate
    signs = (
        (answers.swelling, translate("Sessions", "New swelling")),
        (answers.tingling, translate("Sessions", "Tingling or numbness for over a minute")),
    )
    return [words for told, words in signs if told]


def _effort_lines(answers: Answers) -> list[str]:
    translate = QCoreApplication.translate
    words = {
        Effort.EASY: translate("Sessions", "Effort: easy"),
        Effort.RIGHT: translate("Sessions", "Effort: just right"),
        Effort.HARD: translate("Sessions", "Effort: too much"),
    }
    return [words[answers.effort]] if answers.effort is not None else []


def _two_more_lines(answers: Answers, texts: Texts) -> list[str]:
    translate = QCoreApplication.translate
    yes = translate("Sessions", "{exercise}: 2 more were possible")
    no = translate("Sessions", "{exercise}: 2 more were not possible")
    known = [(texts.exercises.get(name), told) for name, told in answers.two_more]
    return [(yes if told else no).format(exercise=t.short) for t, told in known if t is not None]


def _note_lines(answers: Answers) -> list[str]:
    text = QCoreApplication.translate("Sessions", "Note: {note}")
    return [text.format(note=answers.note)] if answers.note else []


def session_sentences(record: SessionRecord, texts: Texts, locale: QLocale) -> str:
    """Everything about a session in one run, for a screen reader."""
    parts = [f"{long_day(record.day, locale)}, {time_words(record)}, {slot_words(record.slot)}"]
    if not record.finished:
        parts.append(unfinished_words())
    parts += [f"{exercise_words(done, texts)}: {done_words(done)}" for done in record.told]
    parts += [minutes_words(record.seconds), pain_sentence(record)]
    parts += [line.rstrip(".") for line in told_lines(record, texts)]
    return ". ".join(parts) + "."


def unfinished_words() -> str:
    """What is said of a session that was cut off before it was saved."""
    return QCoreApplication.translate("Sessions", "Not finished")
