"""Why things are closed, in words: what the check's standing means, and what was ticked."""

from __future__ import annotations

from collections.abc import Collection

from kneecoach.domain.check import Answer
from kneecoach.domain.safety import CheckOutcome, Standing
from kneecoach.ui.services import Services
from kneecoach.ui.words import long_day, time_words, translate


def standing_words(check: CheckOutcome | None) -> str:
    """Why everything is closed, where no check that holds says so; "" where one does."""
    if check is None:
        return translate(
            "Closed",
            "First comes the check for warning signs. It takes about 4 minutes.",
        )
    return {
        Standing.VALID: "",
        Standing.UNFINISHED: translate("Closed", "The check was not answered to its end."),
        Standing.EXPIRED: translate("Closed", "Your last check is more than 14 days old."),
        Standing.NEW_SIGN: translate("Closed", "You told a sign after your last check."),
        Standing.CLOCK_BACK: translate(
            "Closed", "By the computer's clock your last check lies ahead. Look at the clock."
        ),
        Standing.NOT_FROM_HERE: translate(
            "Closed", "The check that is kept was not answered here, so it opens nothing."
        ),
        Standing.RULES_BROKEN: translate(
            "Closed",
            "The rules of the check are damaged, so nothing is offered. Install the program again.",
        ),
        Standing.UNREADABLE: translate("Closed", "Your last check can't be read now."),
        Standing.NOT_KEPT: translate(
            "Closed", "Your last answers could not be saved, so they open nothing."
        ),
    }[check.standing]


def can_be_checked(check: CheckOutcome | None) -> bool:
    """Whether answering the check can open anything: damaged rules can't be asked."""
    return check is None or check.standing is not Standing.RULES_BROKEN


def told_when(services: Services) -> str:
    """When the newest check was answered: "22 November, 14:10"; "" where there is none."""
    last = services.checks.last()
    if last is None:
        return ""
    day = long_day(last.when.day, services.content.texts)
    minute = (last.when.at // 60 + last.when.offset_minutes) % (24 * 60)
    return translate("Closed", "{day}, {time}").format(day=day, time=time_words(minute))


def ticked_words(services: Services, locks: Collection[str]) -> tuple[str, ...]:
    """What of the newest check closes those locks, in the words that were ticked."""
    from kneecoach.domain.closed import AGE, PAIN, closing

    rules, last = services.checks.rules, services.checks.last()
    if rules is None or last is None:
        return ()
    words = services.content.texts.check.signs
    numbers = {
        AGE: translate("Closed", "Your age: {age}").format(age=last.answers.age),
        PAIN: translate("Closed", "Pain at rest: {pain} of 10").format(pain=last.answers.pain_rest),
    }
    unsure = translate("Closed", "{sign} (not sure)")
    return tuple(
        numbers[name]
        if name in numbers
        else unsure.format(sign=words[name])
        if last.answers.signs.get(name) is Answer.NOT_SURE
        else words[name]
        for name in closing(rules, last.answers, locks)
    )
