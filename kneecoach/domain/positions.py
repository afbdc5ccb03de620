"""Where a timeline's sets, repetitions and parts begin and end, as indexes of its steps."""

from __future__ import annotations

from kneecoach.domain.timeline import Step

Steps = tuple[Step, ...]


def repetition_start(steps: Steps, index: int) -> int:
    """The first step of the repetition a work step belongs to."""
    while index > 0 and _same_repetition(steps[index - 1], steps[index]):
        index -= 1
    return index


def after_repetition(steps: Steps, index: int) -> int:
    """The first step after the repetition a work step belongs to."""
    step = steps[index]
    while index < len(steps) and _same_repetition(steps[index], step):
        index += 1
    return index


def repetition_before(steps: Steps, index: int) -> int:
    """The start of the repetition before; of the present one where it is the first of its set."""
    start = repetition_start(steps, index)
    if start == 0 or not _in_set(steps[start - 1], steps[index].place):
        return start
    return repetition_start(steps, start - 1)


def after_set(steps: Steps, index: int) -> int:
    """The first step after the set a work step belongs to."""
    place = steps[index].place
    while index < len(steps) and _in_set(steps[index], place):
        index += 1
    return index


def set_start(steps: Steps, index: int) -> int:
    """The first work step of the set at a step; for a waiting step that of the set before it."""
    while index > 0 and steps[index].waits:
        index -= 1
    place = steps[index].place
    while index > 0 and _in_set(steps[index - 1], place):
        index -= 1
    return index


def earlier_start(steps: Steps, index: int) -> int:
    """The start of this part; from there the start of the part before; 0 before all work."""
    first = _part_start(steps, steps[index].part)
    if index > first:
        return first
    before = next((step for step in reversed(steps[:first]) if not step.waits), None)
    return _part_start(steps, before.part) if before is not None else min(index, first)


def work_after(steps: Steps, index: int) -> int:
    """The first work step at or after a step; every wait is followed by work."""
    return next(i for i in range(index, len(steps)) if not steps[i].waits)


def part_after(steps: Steps, index: int) -> int | None:
    """The part that follows the one a step belongs to, None after the last."""
    part = steps[index].part
    return next((step.part for step in steps[index:] if step.part != part), None)


def _part_start(steps: Steps, part: int) -> int:
    return next(i for i, step in enumerate(steps) if step.part == part and not step.waits)


def _same_repetition(one: Step, other: Step) -> bool:
    return not one.waits and (one.place, one.rep) == (other.place, other.rep)


def _in_set(step: Step, place: tuple[int, int]) -> bool:
    return not step.waits and step.place == place
